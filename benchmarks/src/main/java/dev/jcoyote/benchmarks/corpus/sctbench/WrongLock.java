package dev.jcoyote.benchmarks.corpus.sctbench;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Check;
import dev.jcoyote.benchmarks.corpus.Threads;

/**
 * A thread that relies on a lock around its increment, and others that increment under another lock (SCTBench: wronglock
 * has seven of these, wronglock_3 has three).
 */
final class WrongLock implements TestBody {
    private final int others;
    private final Object dataLock = new Object();
    private final Object otherLock;
    private volatile int data;

    WrongLock(boolean fixed, int others) {
        this.others = others;
        otherLock = fixed ? dataLock : new Object();
    }

    @Override
    public void run() throws InterruptedException {
        new Threads()
                .start(this::checkedIncrement)
                .start(others, this::increment)
                .join();
    }

    @SuppressWarnings("NonAtomicVolatileUpdate")
    private void checkedIncrement() {
        synchronized (dataLock) {
            int before = data;
            data++;
            Check.that(data == before + 1, "no other increment under the lock");
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate")
    private void increment() {
        synchronized (otherLock) {
            data++;
        }
    }
}
