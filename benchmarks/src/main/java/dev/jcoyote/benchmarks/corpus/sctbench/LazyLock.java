package dev.jcoyote.benchmarks.corpus.sctbench;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Check;
import dev.jcoyote.benchmarks.corpus.Threads;
import dev.jcoyote.benchmarks.corpus.Waiting;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A lock that the first thread creates, without a lock: two threads have one each, and the one that unlocks finds another
 * than it took (Mozilla's bug 354593; RADBench: bug4).
 */
final class LazyLock implements TestBody {
    private static final int THREADS = 2;
    private static final int CALLS = 2;

    private final Object monitor = new Object();
    private int alive = THREADS;
    private @Nullable OwnedLock lock;
    private long clock;

    LazyLock(boolean fixed) {
        if (fixed) {
            lock = new OwnedLock();
        }
    }

    /** A lock that knows its owner. */
    private static final class OwnedLock {
        private final ReentrantLock mutex = new ReentrantLock();
        private boolean locked;
        private @Nullable Thread owner;

        void lock() {
            mutex.lock();
            owner = Thread.currentThread();
            locked = true;
        }

        void unlock() {
            Check.that(locked && owner == Thread.currentThread(), "an owner that unlocks");
            locked = false;
            mutex.unlock();
        }
    }

    @Override
    public void run() {
        new Threads().start(THREADS, this::work);
        synchronized (monitor) {
            while (alive > 0) {
                Waiting.on(monitor);
            }
        }
    }

    private void work() {
        for (int i = 0; i < CALLS; i++) {
            localTime();
        }
        synchronized (monitor) {
            alive--;
            monitor.notifyAll();
        }
    }

    private void localTime() {
        if (lock == null) {
            lock = new OwnedLock();
        }
        lock.lock();
        clock = clock + 1;
        lock.unlock();
    }
}
