package dev.jcoyote.scenarios;

import java.util.concurrent.locks.ReentrantLock;

/** A log that only observes the program, as far as a test says so. */
final class QuietLog {
    private static final ReentrantLock LOCK = new ReentrantLock();

    private QuietLog() {}

    static void inMonitor() {
        synchronized (QuietLog.class) {
            Thread.onSpinWait();
        }
    }

    static void underLock() {
        LOCK.lock();
        LOCK.unlock();
    }
}
