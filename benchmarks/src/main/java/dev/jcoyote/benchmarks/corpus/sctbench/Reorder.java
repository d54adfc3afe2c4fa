package dev.jcoyote.benchmarks.corpus.sctbench;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Check;
import dev.jcoyote.benchmarks.corpus.Threads;

/**
 * Threads that set two fields without a lock, and threads that must see both or none: the first of all setters has to be
 * stopped between its writes while a check runs (SCTBench: reorder_N, of so many threads together).
 */
final class Reorder implements TestBody {
    private final boolean fixed;
    private final int setters;
    private final int checkers;
    private final Object guard = new Object();
    private int a;
    private int b;

    Reorder(boolean fixed, int setters, int checkers) {
        this.fixed = fixed;
        this.setters = setters;
        this.checkers = checkers;
    }

    @Override
    public void run() throws InterruptedException {
        if (fixed) {
            new Threads()
                    .start(setters, this::setUnderLock)
                    .start(checkers, this::checkUnderLock)
                    .join();
        } else {
            new Threads().start(setters, this::set).start(checkers, this::check).join();
        }
    }

    private void set() {
        a = 1;
        b = -1;
    }

    private void check() {
        Check.that((a == 0 && b == 0) || (a == 1 && b == -1), "both writes or none");
    }

    private void setUnderLock() {
        synchronized (guard) {
            set();
        }
    }

    private void checkUnderLock() {
        synchronized (guard) {
            check();
        }
    }
}
