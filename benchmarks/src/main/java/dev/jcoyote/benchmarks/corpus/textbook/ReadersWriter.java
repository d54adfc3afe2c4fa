package dev.jcoyote.benchmarks.corpus.textbook;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Check;
import dev.jcoyote.benchmarks.corpus.Threads;
import dev.jcoyote.benchmarks.corpus.Waiting;

/**
 * Readers who come in as long as one of them reads, while the writer starves (Courtois, Heymans and Parnas, CACM 1971).
 * Starvation shows as more than two readers who overtake the waiting writer. Fixed: a waiting writer keeps new ones out.
 */
final class ReadersWriter implements TestBody {
    private static final int READERS = 2;
    private static final int ROUNDS = 3;

    private final boolean fixed;
    private int reading;
    private boolean writerWaits;
    private boolean writing;
    private int overtook;

    ReadersWriter(boolean fixed) {
        this.fixed = fixed;
    }

    @Override
    public void run() throws InterruptedException {
        new Threads().start(READERS, this::read).start(this::write).join();
    }

    private void read() {
        for (int i = 0; i < ROUNDS; i++) {
            synchronized (this) {
                while (writing || (fixed && writerWaits)) {
                    Waiting.on(this);
                }
                reading++;
                if (writerWaits) {
                    overtook++;
                    Check.that(overtook <= READERS, "a writer that gets in");
                }
            }
            synchronized (this) {
                reading--;
                notifyAll();
            }
        }
    }

    private void write() {
        synchronized (this) {
            writerWaits = true;
            while (reading > 0) {
                Waiting.on(this);
            }
            writerWaits = false;
            writing = true;
        }
        synchronized (this) {
            writing = false;
            notifyAll();
        }
    }
}
