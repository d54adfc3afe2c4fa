package dev.jcoyote.benchmarks.corpus.sctbench;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Threads;
import java.util.concurrent.Semaphore;

/**
 * Two groups that exclude each other: the first of a group takes a lock while it holds the one that the last of the other
 * group needs to give it back (SCTBench: carter01).
 */
final class Carter01 implements TestBody {
    private final boolean fixed;
    private final Object counting = new Object();
    private final Object countingOther = new Object();

    /** A lock that another thread of the group may release. */
    private final Semaphore group = new Semaphore(1);

    private int inA;
    private int inB;

    Carter01(boolean fixed) {
        this.fixed = fixed;
    }

    @Override
    public void run() throws InterruptedException {
        new Threads()
                .start(this::workInA)
                .start(this::workInB)
                .start(() -> {})
                .start(() -> {})
                .join();
    }

    private void workInA() {
        synchronized (counting) {
            inA++;
            if (inA == 1) {
                group.acquireUninterruptibly();
            }
        }
        synchronized (counting) {
            inA--;
            if (inA == 0) {
                group.release();
            }
        }
    }

    private void workInB() {
        Object guard = fixed ? countingOther : counting;
        synchronized (guard) {
            inB++;
            if (inB == 1) {
                group.acquireUninterruptibly();
            }
        }
        synchronized (guard) {
            inB--;
            if (inB == 0) {
                group.release();
            }
        }
    }
}
