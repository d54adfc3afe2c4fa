package dev.jcoyote;

/**
 * Consecutive executions of one epoch, which one process runs.
 *
 * @param first the number of the first execution, from 1
 * @param last the number of the last one
 * @param learned what the strategy has learned from the epochs before, as {@link Configuration#withLearned} takes it
 */
public record ExecutionRange(int first, int last, String learned) {
    /** Refuses a range without an execution. */
    public ExecutionRange {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("There are no executions " + first + " to " + last);
        }
    }

    /** How many executions they are. */
    public int size() {
        return last - first + 1;
    }
}
