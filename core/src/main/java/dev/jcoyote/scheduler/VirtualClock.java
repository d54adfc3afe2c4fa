package dev.jcoyote.scheduler;

/** The time of an execution, which starts at the same instant in each and moves only as the scheduler says. */
public final class VirtualClock {
    /** The first instant of every execution: 2025-01-01T00:00:00Z, in nanoseconds since 1970. */
    public static final long START_EPOCH_NANOS = 1_735_689_600_000_000_000L;

    /** How far each look at the clock, yield and spin hint moves it, so that loops that wait for a time end. */
    public static final long TICK_NANOS = 1_000L;

    private long now;

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
