package dev.jcoyote.benchmarks.corpus.sctbench;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Threads;
import dev.jcoyote.benchmarks.corpus.Waiting;

/**
 * A producer and a consumer of two elements, with two there from the start: the producer waits for a consumer that has had
 * enough, so that every execution deadlocks (SCTBench: sync02).
 */
final class Sync02 implements TestBody {
    private static final int ROUNDS = 2;

    private int number;

    Sync02(boolean fixed) {
        number = fixed ? 0 : ROUNDS;
    }

    @Override
    public void run() throws InterruptedException {
        new Threads().start(this::produce).start(this::consume).join();
    }

    private void produce() {
        for (int i = 0; i < ROUNDS; i++) {
            synchronized (this) {
                while (number > 0) {
                    Waiting.on(this);
                }
                number++;
                notifyAll();
            }
        }
    }

    private void consume() {
        for (int i = 0; i < ROUNDS; i++) {
            synchronized (this) {
                while (number == 0) {
                    Waiting.on(this);
                }
                number--;
                notifyAll();
            }
        }
    }
}
