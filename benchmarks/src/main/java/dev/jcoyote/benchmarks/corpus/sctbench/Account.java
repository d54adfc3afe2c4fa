package dev.jcoyote.benchmarks.corpus.sctbench;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Check;
import dev.jcoyote.benchmarks.corpus.Threads;

/** An account whose check has a wrong sign: it fails where deposit and withdrawal come before it (SCTBench: account). */
final class Account implements TestBody {
    private final boolean fixed;
    private int balance = 1;
    private boolean deposited;
    private boolean withdrawn;

    Account(boolean fixed) {
        this.fixed = fixed;
    }

    @Override
    public void run() throws InterruptedException {
        new Threads()
                .start(this::check)
                .start(this::deposit)
                .start(this::withdraw)
                .join();
    }

    private synchronized void deposit() {
        balance = balance + 2;
        deposited = true;
    }

    private synchronized void withdraw() {
        balance = balance - 4;
        withdrawn = true;
    }

    private synchronized void check() {
        if (deposited && withdrawn) {
            Check.that(balance == (fixed ? 1 + 2 : 1 - 2) - 4, "the sum of all movements");
        }
    }
}
