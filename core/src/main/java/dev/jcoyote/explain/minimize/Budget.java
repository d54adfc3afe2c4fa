package dev.jcoyote.explain.minimize;

import java.time.Duration;

/**
 * How much may be spent on making a failure simpler.
 *
 * @param executions the most executions, at least 0
 * @param time the most time
 */
public record Budget(int executions, Duration time) {
    /** What is spent if nothing else is asked for. */
    public static final Budget USUAL = new Budget(2_000, Duration.ofSeconds(2));

    /** Nothing. */
    public static final Budget NONE = new Budget(0, Duration.ZERO);

    /** Whether there is none. */
    public boolean isNone() {
        return executions == 0 || time.isZero();
    }
}
