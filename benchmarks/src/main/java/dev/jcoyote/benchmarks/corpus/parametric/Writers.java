package dev.jcoyote.benchmarks.corpus.parametric;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Threads;
import java.util.concurrent.atomic.AtomicInteger;

/** So many writers of one variable. */
record Writers(int writers) implements TestBody {
    @Override
    public void run() throws InterruptedException {
        AtomicInteger variable = new AtomicInteger();
        Threads threads = new Threads();
        for (int i = 0; i < writers; i++) {
            int value = i + 1;
            threads.start(() -> variable.set(value));
        }
        threads.join();
    }
}
