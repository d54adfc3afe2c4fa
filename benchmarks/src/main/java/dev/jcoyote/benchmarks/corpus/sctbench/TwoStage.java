package dev.jcoyote.benchmarks.corpus.sctbench;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Check;
import dev.jcoyote.benchmarks.corpus.Threads;

/**
 * Two fields that belong together, each with a lock of its own: a reader sees the first stage of an update without the
 * second (SCTBench: twostage_N, of so many threads together).
 */
final class TwoStage implements TestBody {
    private final boolean fixed;
    private final int writers;
    private final int readers;
    private final Object lock1 = new Object();
    private final Object lock2 = new Object();
    private int data1;
    private int data2;

    TwoStage(boolean fixed, int writers, int readers) {
        this.fixed = fixed;
        this.writers = writers;
        this.readers = readers;
    }

    @Override
    public void run() throws InterruptedException {
        if (fixed) {
            new Threads()
                    .start(writers, this::writeInOneStage)
                    .start(readers, this::readInOneStage)
                    .join();
        } else {
            new Threads().start(writers, this::write).start(readers, this::read).join();
        }
    }

    private void write() {
        synchronized (lock1) {
            data1 = 1;
        }
        synchronized (lock2) {
            data2 = data1 + 1;
        }
    }

    private void read() {
        int read1;
        synchronized (lock1) {
            if (data1 == 0) {
                return;
            }
            read1 = data1;
        }
        int read2;
        synchronized (lock2) {
            read2 = data2;
        }
        Check.that(read2 == read1 + 1, "both stages of the update");
    }

    private void writeInOneStage() {
        synchronized (lock1) {
            write();
        }
    }

    private void readInOneStage() {
        synchronized (lock1) {
            read();
        }
    }
}
