package dev.jcoyote.cli.workers;

import dev.jcoyote.ExecutionRange;
import dev.jcoyote.Learned;
import dev.jcoyote.strategy.Epochs;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an exploration into ranges, each within one epoch and long enough to be worth a message. The result does not
 * depend on where it cuts: what a range uses was learned in the epochs before.
 */
final class RangeCutter {
    private static final long LONG_NANOS = 200_000_000;
    private static final long SHORT_NANOS = 5_000_000;
    private static final int GROWTH = 4;

    private final String strategy;
    private final int workers;
    private final long last;
    private long next = 1;
    private long epochEnd;
    private int running;
    private int largest = 1;
    /** 0 as long as it is unknown. */
    private double nanosOfExecution;
    /** What this epoch uses. */
    private String learned;
    /** What this epoch and those before have taught. */
    private String learnedByNow;

    /**
     * Creates a cutter.
     *
     * @param learned what the strategy knows at the beginning
     */
    RangeCutter(String strategy, String learned, int executions, int workers) {
        this.strategy = strategy;
        this.learned = learned;
        this.learnedByNow = learned;
        this.last = executions;
        this.workers = workers;
    }

    /** The next range, or null if there is none until others are done, or none at all. */
    @Nullable
    ExecutionRange next() {
        if (isAllCut()) {
            return null;
        }
        if (next > epochEnd) {
            if (running > 0) {
                return null;
            }
            learned = learnedByNow;
            epochEnd = Epochs.lastOf((int) next);
        }
        int left = (int) (Math.min(epochEnd, last) - next + 1);
        int size = choose(left);
        largest = Math.max(largest, size);
        ExecutionRange range = new ExecutionRange((int) next, (int) next + size - 1, learned);
        next += size;
        running++;
        return range;
    }

    private int choose(int left) {
        if (nanosOfExecution == 0) {
            return 1;
        }
        double share = (double) left / (2 * workers);
        double least = SHORT_NANOS / nanosOfExecution;
        double most = Math.min(LONG_NANOS / nanosOfExecution, (double) largest * GROWTH);
        double wanted = Math.min(most, Math.max(least, share));
        return (int) Math.max(1, Math.min(left, wanted));
    }

    /** Whether every execution was handed out. */
    boolean isAllCut() {
        return next > last;
    }

    /** Takes note of what a stretch has taught. */
    void learn(String byNow) {
        learnedByNow = Learned.join(strategy, learnedByNow, byNow);
    }

    /** A range was run, or is lost. */
    void done() {
        running--;
    }

    /** Takes note of the time that executions took. */
    void took(int executions, long nanos) {
        double each = (double) nanos / executions;
        nanosOfExecution = nanosOfExecution == 0 ? each : (nanosOfExecution + each) / 2;
    }
}
