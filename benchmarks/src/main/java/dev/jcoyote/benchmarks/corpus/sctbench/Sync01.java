package dev.jcoyote.benchmarks.corpus.sctbench;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Threads;
import dev.jcoyote.benchmarks.corpus.Waiting;

/** A producer that waits for a consumer which takes nothing, so that every execution deadlocks (SCTBench: sync01). */
final class Sync01 implements TestBody {
    private final boolean fixed;
    private int number = 1;

    Sync01(boolean fixed) {
        this.fixed = fixed;
    }

    @Override
    public void run() throws InterruptedException {
        new Threads().start(this::produce).start(this::consume).join();
    }

    private synchronized void produce() {
        while (number > 0) {
            Waiting.on(this);
        }
        number++;
        notifyAll();
    }

    private synchronized void consume() {
        while (number == 0) {
            Waiting.on(this);
        }
        if (fixed) {
            number--;
        }
        notifyAll();
    }
}
