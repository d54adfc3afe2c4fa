package dev.jcoyote.scheduler;

import dev.jcoyote.bridge.OperationKind;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** The counts of one execution. */
final class Tally {
    private static final VarHandle PROGRESS;

    static {
        try {
            PROGRESS = MethodHandles.lookup().findVarHandle(Tally.class, "progress", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Scheduling points so far. */
    int steps;

    /** Changes from one thread to another so far. */
    int switches;

    /** Changes with every sign of life; the watchdog compares it, and need not see each value. Never starts again. */
    private long progress;

    /** Waits with a time limit so far, without sleeps. */
    int timedWaits;

    /** How many of them ended because their time was up. */
    int expiredWaits;

    /** A wait with a time limit is over. */
    void timed(ControlledThread thread) {
        if (thread.operation.kind() != OperationKind.SLEEP) {
            timedWaits++;
            expiredWaits += thread.wake == ControlledThread.Wake.TIMEOUT ? 1 : 0;
        }
    }

    void clear() {
        steps = 0;
        timedWaits = 0;
        expiredWaits = 0;
        switches = 0;
    }

    void madeProgress() {
        PROGRESS.setOpaque(this, progress + 1);
    }

    long progress() {
        return (long) PROGRESS.getOpaque(this);
    }
}
