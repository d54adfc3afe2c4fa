package dev.jcoyote.control;

import dev.jcoyote.scheduler.ToolThread;

/**
 * The operating system thread that executions run on, one after the other; the main thread of those on platform threads.
 */
final class Carrier extends ToolThread {
    private volatile boolean lost;

    Carrier(Runnable work) {
        super(work, "main");
        // Threads inherit this: the program's must not all be daemons.
        setDaemon(false);
    }

    /** A thread of an execution holds it for ever: should it come back, it has nothing more to do. */
    void lose() {
        lost = true;
    }

    boolean isLost() {
        return lost;
    }
}
