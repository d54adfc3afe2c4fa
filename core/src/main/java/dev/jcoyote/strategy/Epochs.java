package dev.jcoyote.strategy;

/**
 * The stretches of an exploration in which nothing learned changes: they end after executions 1, 16, 64, 256, 1024 and
 * so on.
 *
 * <p>What an execution uses depends on the epochs before its own alone, so that it can be run without its neighbours.
 */
public final class Epochs {
    private static final int FACTOR = 4;
    private static final int SECOND_END = FACTOR * FACTOR;

    private Epochs() {}

    /** Whether what was learned up to this execution (from 1) is used from the next one on. */
    public static boolean endsAfter(int execution) {
        return execution == 1
                || (execution >= SECOND_END
                        && Integer.bitCount(execution) == 1
                        && Integer.numberOfTrailingZeros(execution) % 2 == 0);
    }

    /** The number of the last execution of the epoch that the execution (from 1) belongs to. */
    public static int lastOf(int execution) {
        if (execution == 1) {
            return 1;
        }
        long end = SECOND_END;
        while (end < execution) {
            end *= FACTOR;
        }
        return (int) Math.min(Integer.MAX_VALUE, end);
    }

    /** The number of the first execution of the epoch that the execution (from 1) belongs to. */
    public static int firstOf(int execution) {
        if (execution < 1) {
            throw new IllegalArgumentException("Executions are numbered from 1, but this is " + execution);
        }
        if (execution == 1) {
            return 1;
        }
        long end = 1;
        long next = SECOND_END;
        while (next < execution) {
            end = next;
            next *= FACTOR;
        }
        return (int) end + 1;
    }
}
