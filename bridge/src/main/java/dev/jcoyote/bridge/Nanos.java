package dev.jcoyote.bridge;

import java.time.Duration;

/** Times in nanoseconds, the unit of the {@link Controller}; what is too long for it is {@link Long#MAX_VALUE}. */
final class Nanos {
    static final long PER_MILLI = 1_000_000L;
    static final long PER_SECOND = 1_000_000_000L;

    private Nanos() {}

    /** The two added up. */
    static long saturated(long millis, int nanos) {
        return millis >= Long.MAX_VALUE / PER_MILLI - 1 ? Long.MAX_VALUE : millis * PER_MILLI + nanos;
    }

    /** The duration; a negative one stays negative. */
    static long saturated(Duration duration) {
        long seconds = duration.getSeconds();
        if (seconds >= Long.MAX_VALUE / PER_SECOND - 1) {
            return Long.MAX_VALUE;
        }
        return seconds < 0 ? seconds : seconds * PER_SECOND + duration.getNano();
    }
}
