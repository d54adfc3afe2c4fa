package dev.jcoyote.scenarios;

import java.util.ArrayList;
import java.util.List;

/** What scenarios share: threads whose code may throw. */
final class Concurrently {
    private Concurrently() {}

    /** Code that a thread runs. */
    @FunctionalInterface
    interface Action {
        /** Runs it; what it throws leaves the thread as it is. */
        void run() throws Exception;
    }

    /** Starts a thread for each action and waits for the end of all. */
    static void run(Action... actions) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (Action action : actions) {
            threads.add(start(action));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Starts a thread. */
    static Thread start(Action action) {
        Thread thread = thread(action);
        thread.start();
        return thread;
    }

    /** Starts a daemon thread. */
    static Thread startDaemon(Action action) {
        Thread thread = thread(action);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Creates a thread. */
    static Thread thread(Action action) {
        return new Thread(() -> {
            try {
                action.run();
            } catch (Exception e) {
                throw Concurrently.<RuntimeException>unchanged(e);
            }
        });
    }

    @SuppressWarnings("unchecked") // the compiler's view of checked exceptions ends here, on purpose
    private static <E extends Exception> E unchanged(Exception e) throws E {
        throw (E) e;
    }
}
