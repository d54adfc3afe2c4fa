package dev.jcoyote.benchmarks.corpus.textbook;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Threads;
import dev.jcoyote.benchmarks.corpus.Waiting;

/** A thread that looks for a flag, and waits without looking again (Goetz, <i>Java Concurrency in Practice</i>, 14.2). */
final class LostWakeUp implements TestBody {
    private final boolean fixed;
    private boolean done;

    LostWakeUp(boolean fixed) {
        this.fixed = fixed;
    }

    @Override
    public void run() throws InterruptedException {
        new Threads().start(this::await).start(this::finish).join();
    }

    private void await() {
        if (fixed) {
            synchronized (this) {
                while (!done) {
                    Waiting.on(this);
                }
            }
        } else if (!isDone()) {
            synchronized (this) {
                Waiting.on(this);
            }
        }
    }

    private synchronized boolean isDone() {
        return done;
    }

    private synchronized void finish() {
        done = true;
        notifyAll();
    }
}
