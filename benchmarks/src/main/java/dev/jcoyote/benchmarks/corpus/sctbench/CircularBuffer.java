package dev.jcoyote.benchmarks.corpus.sctbench;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Check;
import dev.jcoyote.benchmarks.corpus.Threads;

/**
 * A buffer between two threads that skip their turn if the other is late, but count it: the receiver then expects what was
 * not sent (SCTBench: circular_buffer).
 */
final class CircularBuffer implements TestBody {
    private static final int SIZE = 10;
    private static final int ROUNDS = 7;

    private final boolean fixed;
    private final Object guard = new Object();
    private final char[] buffer = new char[SIZE];
    private int first;
    private int next;
    private boolean send = true;
    private boolean receive;

    CircularBuffer(boolean fixed) {
        this.fixed = fixed;
    }

    @Override
    public void run() throws InterruptedException {
        new Threads().start(this::send).start(this::receive).join();
    }

    private void send() {
        int sent = 0;
        for (int i = 0; i < ROUNDS; i++) {
            synchronized (guard) {
                if (send) {
                    insert(fixed ? sent++ : i);
                    send = false;
                    receive = true;
                }
            }
        }
    }

    private void receive() {
        int received = 0;
        for (int i = 0; i < ROUNDS; i++) {
            synchronized (guard) {
                if (receive) {
                    Check.that(remove() == (fixed ? received++ : i), "what was sent in this turn");
                    receive = false;
                    send = true;
                }
            }
        }
    }

    private void insert(int value) {
        if (next < SIZE) {
            buffer[next] = (char) value;
            next = (next + 1) % SIZE;
        }
    }

    private int remove() {
        if (next > 0 && first < SIZE) {
            first++;
            return buffer[first - 1];
        }
        return -1;
    }
}
