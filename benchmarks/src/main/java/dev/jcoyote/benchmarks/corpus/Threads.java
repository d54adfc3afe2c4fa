package dev.jcoyote.benchmarks.corpus;

import java.util.ArrayList;
import java.util.List;

/** The threads of one run, started in order and waited for in order: no shared access of its own. */
public final class Threads {
    private final List<Thread> started = new ArrayList<>();

    /** Starts a thread. */
    public Threads start(Runnable work) {
        Thread thread = new Thread(work);
        started.add(thread);
        thread.start();
        return this;
    }

    /** Starts so many threads that do the same. */
    public Threads start(int number, Runnable work) {
        for (int i = 0; i < number; i++) {
            start(work);
        }
        return this;
    }

    /** Waits for the end of each. */
    public void join() throws InterruptedException {
        for (Thread thread : started) {
            thread.join();
        }
    }
}
