package dev.jcoyote.benchmarks.corpus.sctbench;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Threads;
import dev.jcoyote.benchmarks.corpus.Waiting;

/**
 * A lock for readers and writers that keeps readers out while a writer waits, also the one that reads already and locks
 * again (Mozilla's bug 526805; RADBench: bug6).
 */
final class RecursiveReader implements TestBody {
    private final boolean fixed;
    private final Object guard = new Object();
    private final ThreadLocal<Integer> held = ThreadLocal.withInitial(() -> 0);
    private int readers;
    private int waitingWriters;
    private boolean writing;

    RecursiveReader(boolean fixed) {
        this.fixed = fixed;
    }

    @Override
    public void run() throws InterruptedException {
        new Threads().start(this::write).start(this::readTwice).join();
    }

    private void write() {
        lockToWrite();
        unlockWriter();
    }

    private void readTwice() {
        lockToRead();
        lockToRead();
        unlockReader();
        unlockReader();
    }

    private void lockToRead() {
        synchronized (guard) {
            while (writing || (waitingWriters > 0 && !(fixed && held.get() > 0))) {
                Waiting.on(guard);
            }
            readers++;
        }
        held.set(held.get() + 1);
    }

    private void unlockReader() {
        held.set(held.get() - 1);
        synchronized (guard) {
            readers--;
            guard.notifyAll();
        }
    }

    private void lockToWrite() {
        synchronized (guard) {
            waitingWriters++;
            while (writing || readers > 0) {
                Waiting.on(guard);
            }
            waitingWriters--;
            writing = true;
        }
    }

    private void unlockWriter() {
        synchronized (guard) {
            writing = false;
            guard.notifyAll();
        }
    }
}
