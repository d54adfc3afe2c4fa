package dev.jcoyote;

import org.jspecify.annotations.Nullable;

/**
 * What an exploration demands of executions besides that they do not crash.
 *
 * @param livenessBound for how many scheduling points in a row of a fair execution something may be open that must happen,
 *     at least 1; {@link #HALF_OF_STEPS} for half of the most steps of an execution
 * @param end whether an execution that reaches the most steps is a bug rather than incomplete
 * @param expected the bug that there must be; null if there must be none
 */
public record Demands(
        int livenessBound, boolean end, @Nullable Expectation expected) {
    /** The {@link #livenessBound} of those who do not choose. */
    public static final int HALF_OF_STEPS = 0;

    /** What is demanded unless someone chooses. */
    public static final Demands USUAL = new Demands(HALF_OF_STEPS, false, null);

    /** Refuses what is out of range. */
    public Demands {
        if (livenessBound < 0) {
            throw new IllegalArgumentException(
                    "The liveness bound must be at least 1, or 0 for half of the most steps, but is " + livenessBound);
        }
    }

    /** These with that {@link #livenessBound}. */
    public Demands boundingLiveness(int steps) {
        return new Demands(steps, end, expected);
    }

    /** These with that {@link #end}. */
    public Demands ending(boolean must) {
        return new Demands(livenessBound, must, expected);
    }

    /** These with that {@link #expected} bug. */
    public Demands expecting(@Nullable Expectation bug) {
        return new Demands(livenessBound, end, bug);
    }
}
