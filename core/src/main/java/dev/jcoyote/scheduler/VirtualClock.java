package dev.jcoyote.scheduler;

import java.time.Instant;

/** The time of an execution, which starts at the same instant in each and moves only as the scheduler says. */
public final class VirtualClock {
    /** How far each look at the clock, yield and spin hint moves it, so that loops that wait for a time end. */
    public static final long TICK_NANOS = 1_000L;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final long startEpochNanos;
    private long now;

    /** Creates a clock that begins at that instant. */
    VirtualClock(Instant start) {
        startEpochNanos =
                Math.addExact(Math.multiplyExact(start.getEpochSecond(), NANOS_PER_SECOND), (long) start.getNano());
    }

    /** The instant at which the execution began, in nanoseconds since 1970. */
    public long startEpochNanos() {
        return startEpochNanos;
    }

    /** Now, in nanoseconds since 1970. */
    public long epochNanos() {
        return startEpochNanos + now;
    }

    /** Nanoseconds since the execution began. */
    public long now() {
        return now;
    }

    /** Moves on by a tick. */
    public void tick() {
        now += TICK_NANOS;
    }

    /** Moves on to that time, if it is not past already. */
    void jumpTo(long time) {
        now = Math.max(now, time);
    }

    /** The time that is so many nanoseconds from now; {@link ControlledThread#NEVER} if that is beyond all times. */
    public long after(long nanos) {
        long time = now + nanos;
        return time < now ? ControlledThread.NEVER : time;
    }
}
