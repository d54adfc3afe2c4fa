package dev.jcoyote.cli.workers;

import dev.jcoyote.ExecutionRange;
import org.jspecify.annotations.Nullable;

/** A range that a worker runs. */
final class Assignment {
    private final ExecutionRange range;
    /** Whether another worker died of it. */
    private final boolean isRetry;

    private final long began = System.nanoTime();
    private int reported;

    Assignment(ExecutionRange range, boolean isRetry) {
        this.range = range;
        this.isRetry = isRetry;
        reported = range.first() - 1;
    }

    ExecutionRange range() {
        return range;
    }

    boolean isRetry() {
        return isRetry;
    }

    /** All executions up to this one are known. */
    void reported(int execution) {
        reported = execution;
    }

    /** What is not known yet; null if that is nothing. */
    @Nullable
    ExecutionRange rest() {
        return reported == range.last() ? null : new ExecutionRange(reported + 1, range.last(), range.learned());
    }

    /** The time that it took so far. */
    long nanos() {
        return System.nanoTime() - began;
    }
}
