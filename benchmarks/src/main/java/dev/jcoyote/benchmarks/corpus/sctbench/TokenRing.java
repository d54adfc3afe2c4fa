package dev.jcoyote.benchmarks.corpus.sctbench;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Check;
import dev.jcoyote.benchmarks.corpus.Threads;
import dev.jcoyote.benchmarks.corpus.Waiting;

/** Threads that pass a value round a ring, without waiting for their turn (SCTBench: token_ring). */
final class TokenRing implements TestBody {
    private final boolean fixed;
    private int x1 = 1;
    private int x2 = 2;
    private int x3 = 1;
    private boolean passed1;
    private boolean passed2;
    private boolean passed3;

    TokenRing(boolean fixed) {
        this.fixed = fixed;
    }

    @Override
    public void run() throws InterruptedException {
        new Threads()
                .start(this::first)
                .start(this::second)
                .start(this::third)
                .start(this::check)
                .join();
    }

    private synchronized void first() {
        x1 = (x3 + 1) % 4;
        passed1 = true;
        wake();
    }

    private synchronized void second() {
        while (fixed && !passed1) {
            Waiting.on(this);
        }
        x2 = x1;
        passed2 = true;
        wake();
    }

    private synchronized void third() {
        while (fixed && !passed2) {
            Waiting.on(this);
        }
        x3 = x2;
        passed3 = true;
    }

    private synchronized void check() {
        if (passed1 && passed2 && passed3) {
            Check.that(x1 == x2 && x2 == x3, "the same value everywhere");
        }
    }

    private void wake() {
        if (fixed) {
            notifyAll();
        }
    }
}
