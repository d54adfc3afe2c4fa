package dev.jcoyote.benchmarks.corpus.sctbench;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** The lock of a work-stealing queue. */
interface QueueLock {
    void acquire();

    void release();

    /** A mutex. */
    final class Blocking implements QueueLock {
        private final ReentrantLock mutex = new ReentrantLock();

        @Override
        public void acquire() {
            mutex.lock();
        }

        @Override
        public void release() {
            mutex.unlock();
        }
    }

    /** A flag that is exchanged until it was free. */
    final class Spinning implements QueueLock {
        private final AtomicInteger taken = new AtomicInteger();

        @Override
        public void acquire() {
            while (taken.getAndSet(1) != 0) {
                Thread.yield();
            }
        }

        @Override
        public void release() {
            taken.set(0);
        }
    }
}
