package dev.jcoyote.benchmarks.corpus.sctbench;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Check;
import dev.jcoyote.benchmarks.corpus.Threads;

/**
 * A queue between two threads that skip their turn if the other is late, but count it: what is taken is compared with
 * another turn's element (SCTBench: queue).
 */
@SuppressWarnings("UnusedVariable") // the program only has to write it
final class BoundedQueue implements TestBody {
    private static final int SIZE = 20;

    private final boolean fixed;
    private final Object guard = new Object();
    private final int[] elements = new int[SIZE + 1];
    private final int[] stored = new int[SIZE];
    private int head;
    private int tail;
    private int amount;
    private boolean mayEnqueue = true;
    private boolean mayDequeue;

    BoundedQueue(boolean fixed) {
        this.fixed = fixed;
    }

    @Override
    public void run() throws InterruptedException {
        new Threads().start(this::produce).start(this::consume).join();
    }

    private void produce() {
        int value = 0;
        synchronized (guard) {
            enqueue(value);
            stored[0] = value;
            Check.that(head != tail, "an element in the queue");
        }
        for (int i = 0; i < SIZE - 1; i++) {
            synchronized (guard) {
                if (mayEnqueue) {
                    value++;
                    enqueue(value);
                    stored[fixed ? value : i + 1] = value;
                    mayEnqueue = false;
                    mayDequeue = true;
                }
            }
        }
    }

    private void consume() {
        int taken = 0;
        for (int i = 0; i < SIZE; i++) {
            synchronized (guard) {
                if (mayDequeue) {
                    Check.that(dequeue() == stored[fixed ? taken++ : i], "the element of this turn");
                    mayDequeue = false;
                    mayEnqueue = true;
                }
            }
        }
    }

    private void enqueue(int value) {
        elements[tail] = value;
        amount++;
        tail = tail == SIZE ? 1 : tail + 1;
    }

    private int dequeue() {
        int value = elements[head];
        amount--;
        head = head == SIZE ? 1 : head + 1;
        return value;
    }
}
