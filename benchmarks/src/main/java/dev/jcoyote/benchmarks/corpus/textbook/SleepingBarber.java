package dev.jcoyote.benchmarks.corpus.textbook;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Threads;
import dev.jcoyote.benchmarks.corpus.Waiting;

/**
 * A barber who looks for customers and then goes to sleep, while one comes in between and does not wake him (Dijkstra, EWD
 * 123, 1965). Fixed: he looks and goes to sleep in one step.
 */
final class SleepingBarber implements TestBody {
    private static final int CUSTOMERS = 2;
    private static final int CHAIRS = 2;

    private final boolean fixed;
    private int waiting;
    private int served;
    private int gone;
    private boolean asleep;

    SleepingBarber(boolean fixed) {
        this.fixed = fixed;
    }

    @Override
    public void run() throws InterruptedException {
        new Threads().start(this::work).start(CUSTOMERS, this::visit).join();
    }

    private void work() {
        while (!isOver()) {
            if (!fixed && hasNone()) {
                sleep();
            }
            serve();
        }
    }

    private synchronized boolean isOver() {
        return served + gone == CUSTOMERS;
    }

    private synchronized boolean hasNone() {
        return waiting == 0;
    }

    private synchronized void sleep() {
        asleep = true;
        while (asleep) {
            Waiting.on(this);
        }
    }

    private synchronized void serve() {
        while (fixed && waiting == 0 && served + gone < CUSTOMERS) {
            Waiting.on(this);
        }
        if (waiting > 0) {
            waiting--;
            served++;
            notifyAll();
        }
    }

    private synchronized void visit() {
        if (waiting == CHAIRS) {
            gone++;
        } else {
            waiting++;
            asleep = false;
        }
        notifyAll();
    }
}
