package dev.jcoyote.benchmarks.corpus.sctbench;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Threads;

/** Two threads that take two locks in opposite orders (SCTBench: deadlock01). */
@SuppressWarnings("UnusedVariable") // the program only has to write it
final class Deadlock01 implements TestBody {
    private final Object first = new Object();
    private final Object second = new Object();
    private final boolean fixed;
    private int counter = 1;

    Deadlock01(boolean fixed) {
        this.fixed = fixed;
    }

    @Override
    public void run() throws InterruptedException {
        new Threads().start(this::increment).start(this::decrement).join();
    }

    private void increment() {
        synchronized (first) {
            synchronized (second) {
                counter++;
            }
        }
    }

    private void decrement() {
        synchronized (fixed ? first : second) {
            synchronized (fixed ? second : first) {
                counter--;
            }
        }
    }
}
