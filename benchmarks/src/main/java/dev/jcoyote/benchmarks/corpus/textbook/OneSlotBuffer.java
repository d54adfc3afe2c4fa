package dev.jcoyote.benchmarks.corpus.textbook;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Threads;
import dev.jcoyote.benchmarks.corpus.Waiting;

/**
 * A bounded buffer whose producers and consumers wait in one wait set and wake one thread: it may be one of their own kind
 * (Lea, <i>Concurrent Programming in Java</i>). Fixed: they wake all.
 */
final class OneSlotBuffer implements TestBody {
    private static final int ROUNDS = 2;

    private final boolean fixed;
    private int element;

    OneSlotBuffer(boolean fixed) {
        this.fixed = fixed;
    }

    @Override
    public void run() throws InterruptedException {
        new Threads().start(2, this::produce).start(2, this::consume).join();
    }

    private void produce() {
        for (int i = 1; i <= ROUNDS; i++) {
            put(i);
        }
    }

    private void consume() {
        for (int i = 1; i <= ROUNDS; i++) {
            take();
        }
    }

    private synchronized void put(int value) {
        while (element != 0) {
            Waiting.on(this);
        }
        element = value;
        wake();
    }

    private synchronized void take() {
        while (element == 0) {
            Waiting.on(this);
        }
        element = 0;
        wake();
    }

    private void wake() {
        if (fixed) {
            notifyAll();
        } else {
            notify();
        }
    }
}
