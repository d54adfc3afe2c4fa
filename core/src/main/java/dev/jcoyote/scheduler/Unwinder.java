package dev.jcoyote.scheduler;

import org.jspecify.annotations.Nullable;

/** Chooses, once an execution is over, which of its threads unwinds next. */
final class Unwinder {
    /** How often a thread may swallow the error that unwinds it before it is given up. */
    private static final int PATIENCE = 50;

    /** How many scheduling points a thread may pass while it unwinds before the error is thrown at one. */
    private static final int POINTS = 100_000;

    private static final int NOT_BEGUN = -1;

    private final ThreadRegistry threads;
    private final WaitGraph waitGraph;
    private @Nullable Engine engine;
    private int points;

    /** Threads from here on have ended or are left behind. */
    private int limit;

    Unwinder(ThreadRegistry threads, WaitGraph waitGraph) {
        this.threads = threads;
        this.waitGraph = waitGraph;
    }

    void begin(Engine newEngine) {
        engine = newEngine;
        limit = NOT_BEGUN;
    }

    /** The next thread to resume: one that owns no claim to a taken monitor, the main thread last; null if none is left. */
    @Nullable
    ControlledThread next() {
        points = 0;
        ControlledThread hindered = null;
        if (limit == NOT_BEGUN) {
            limit = threads.size();
        }
        while (limit > 0 && isGone(threads.get(limit - 1))) {
            limit--;
        }
        for (int i = limit - 1; i >= 0; i--) {
            ControlledThread thread = threads.get(i);
            if (!isGone(thread) && !thread.isAway) {
                Object monitor = thread.gateMonitor;
                if ((monitor == null || waitGraph.isFree(monitor, thread)) && canResume(thread)) {
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

    /** Whether a thread is left that has to come back from outside before it can unwind. */
    boolean awaitsReturn() {
        for (int i = 0; i < limit; i++) {
            if (!isGone(threads.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isGone(ControlledThread thread) {
        return thread.done || thread.leaked;
    }

    private boolean canResume(ControlledThread thread) {
        return engine == null || engine.canResume(thread);
    }

    /** Whether this thread has swallowed the error too often: it is then left behind. */
    boolean givesUp(ControlledThread thread) {
        if (++thread.abandonments <= PATIENCE) {
            return false;
        }
        thread.leaked = true;
        return true;
    }

    /** Whether the thread that unwinds has passed more scheduling points than any should. */
    boolean isTooPatient() {
        return ++points > POINTS;
    }
}
