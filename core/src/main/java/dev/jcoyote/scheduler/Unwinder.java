package dev.jcoyote.scheduler;

import org.jspecify.annotations.Nullable;

/** Chooses, once an execution is over, which of its threads unwinds next. */
final class Unwinder {
    /** How often a thread may swallow the error that unwinds it before it is given up. */
    private static final int PATIENCE = 50;

    /** How many scheduling points a thread may pass while it unwinds before the error is thrown at one. */
    private static final int POINTS = 100_000;

    private final ThreadRegistry threads;
    private final WaitGraph waitGraph;
    private int points;

    Unwinder(ThreadRegistry threads, WaitGraph waitGraph) {
        this.threads = threads;
        this.waitGraph = waitGraph;
    }

    /** The next thread to resume: one that owns no claim to a taken monitor, the main thread last; null if none is left. */
    @Nullable
    ControlledThread next() {
        points = 0;
        ControlledThread hindered = null;
        for (int i = threads.size() - 1; i >= 0; i--) {
            ControlledThread thread = threads.get(i);
            if (!thread.done && !thread.leaked) {
                Object monitor = thread.gateMonitor;
                if (monitor == null || waitGraph.isFree(monitor, thread)) {
                    return thread;
                }
                hindered = thread;
            }
        }
        if (hindered != null) {
            hindered.leaked = true;
            return next();
        }
        return null;
    }

    /** Whether this thread has swallowed the error too often: it is then left behind. */
    boolean givesUp(ControlledThread thread) {
        if (++thread.abandonments <= PATIENCE) {
            return false;
        }
        thread.leaked = true;
        return true;
    }

    /** A point of a thread that unwinds: let pass, but not for ever. */
    void passPoint(ControlledThread thread, Scheduler scheduler) {
        if (++points > POINTS) {
            throw scheduler.abandon(thread);
        }
    }
}
