package dev.jcoyote.scenarios;

import java.util.concurrent.locks.ReentrantLock;

/** A log that is a part of the program. */
final class LoudLog {
    private static final ReentrantLock LOCK = new ReentrantLock();

    private LoudLog() {}

    static void inMonitor() {
        synchronized (LoudLog.class) {
            Thread.onSpinWait();
        }
    }

    static void underLock() {
        LOCK.lock();
        LOCK.unlock();
    }
}
