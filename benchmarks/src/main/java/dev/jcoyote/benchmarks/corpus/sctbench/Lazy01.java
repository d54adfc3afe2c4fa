package dev.jcoyote.benchmarks.corpus.sctbench;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Check;
import dev.jcoyote.benchmarks.corpus.Threads;

/** A check that fails if it comes after both additions (SCTBench: lazy01). */
final class Lazy01 implements TestBody {
    private final boolean fixed;
    private int data;

    Lazy01(boolean fixed) {
        this.fixed = fixed;
    }

    @Override
    public void run() throws InterruptedException {
        new Threads().start(() -> add(1)).start(() -> add(2)).start(this::check).join();
    }

    private synchronized void add(int number) {
        data += number;
    }

    private synchronized void check() {
        Check.that(data < (fixed ? 4 : 3), "less than both additions make");
    }
}
