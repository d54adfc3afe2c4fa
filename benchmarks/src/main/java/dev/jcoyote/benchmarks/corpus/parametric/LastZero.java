package dev.jcoyote.benchmarks.corpus.parametric;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Threads;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One thread looks for the last zero of an array from its end, and each other sets its element to one more than the one
 * before (Abdulla, Aronis, Jonsson and Sagonas, POPL 2014: where source DPOR without wake-up trees runs too many).
 */
record LastZero(int writers) implements TestBody {
    @Override
    public void run() throws InterruptedException {
        List<AtomicInteger> array = Variables.integers(writers + 1);
        Threads threads = new Threads().start(() -> {
            int i = writers;
            while (array.get(i).get() != 0) {
                i--;
            }
        });
        for (int i = 1; i <= writers; i++) {
            int at = i;
            threads.start(() -> array.get(at).set(array.get(at - 1).get() + 1));
        }
        threads.join();
    }
}
