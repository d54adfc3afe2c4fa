package dev.jcoyote.benchmarks.corpus.parametric;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Threads;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that enter messages into a hash table by compare-and-set: up to 11 threads never meet in it (Flanagan and
 * Godefroid, POPL 2005).
 */
record Indexer(int threads) implements TestBody {
    private static final int SIZE = 128;
    private static final int MESSAGES = 4;

    @Override
    public void run() throws InterruptedException {
        List<AtomicInteger> table = Variables.integers(SIZE);
        Threads started = new Threads();
        for (int i = 0; i < threads; i++) {
            int thread = i;
            started.start(() -> enter(table, thread));
        }
        started.join();
    }

    private static void enter(List<AtomicInteger> table, int thread) {
        for (int message = 1; message <= MESSAGES; message++) {
            int word = message * 11 + thread;
            int at = word * 7 % SIZE;
            while (!table.get(at).compareAndSet(0, word)) {
                at = (at + 1) % SIZE;
            }
        }
    }
}
