package dev.jcoyote.libraries;

import java.util.ArrayList;
import java.util.List;

/** Threads that work together for a while. */
final class Crew {
    private Crew() {}

    /** A piece of work that may fail. */
    interface Work {
        /** Does it. */
        void run() throws Exception;
    }

    /** Runs each on a thread of its own and waits for all; an exception ends the test. */
    static void run(Work... works) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (Work work : works) {
            threads.add(new Thread(() -> perform(work)));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void perform(Work work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
