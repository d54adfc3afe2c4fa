package dev.jcoyote.strategy;

import dev.jcoyote.analysis.Observer;
import dev.jcoyote.operation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * An algorithm that chooses, at each scheduling point with more than one option, which thread goes next.
 *
 * <p>The scheduler calls it from one thread at a time. What a strategy learns from executions may change only at the
 * boundaries of {@link Epochs}, as a function of the executions before, so that execution <i>i</i> of a seed can be run
 * alone.
 */
public interface Strategy {
    /** For so many steps a search that is to miss nothing follows daemon threads after the end of the test. */
    int STEPS_AFTER_END = 200;

    /** Answer of {@link #chooseThread}: this execution is not worth going on with. */
    int ABANDON = -1;

    /** One of so many waits ends without a reason, where a strategy draws at random. */
    int ONE_WAKEUP_IN = 8;

    /** The name by which users choose it, such as {@code pct}. */
    String name();

    /**
     * A new execution begins.
     *
     * @param number the number of the execution, from 1
     * @param seed the seed of this execution alone, already mixed from the exploration's seed and the number
     */
    void beginExecution(int number, long seed);

    /** The thread's pending operation can proceed now. It may be the same operation that was disabled before. */
    default void enabled(Operation operation) {}

    /** The thread's pending operation cannot proceed now. */
    default void disabled(Operation operation) {}

    /** The thread executes its pending operation: it was chosen, or was the only option. Called before it is replaced. */
    default void executed(Operation operation) {}

    /** The operation that was executed last, a compare-and-set, has failed: it was a read. */
    default void compareFailed(Operation operation) {}

    /**
     * Chooses the thread that goes next.
     *
     * @return the number of an enabled thread, or {@link #ABANDON}
     */
    int chooseThread(Options options);

    /**
     * Chooses a value, such as the waiter that a notify wakes.
     *
     * @param bound how many values there are, at least 2
     * @return a number from 0 to {@code bound - 1}
     */
    int chooseValue(int bound, Options options);

    /**
     * Chooses whether a wait ends without a reason; drawn with a chance of one in {@value #ONE_WAKEUP_IN} unless a strategy
     * knows better.
     */
    default boolean choosesWakeup(Options options) {
        return chooseValue(ONE_WAKEUP_IN, options) == ONE_WAKEUP_IN - 1;
    }

    /**
     * Whether the execution goes on, though the test has ended and only daemon threads are left. What these do then they may
     * do before the end of the test in another execution, which a search learns of in this way alone.
     *
     * @param steps how many steps they have done since the end of the test
     */
    default boolean followsDaemons(int steps) {
        return false;
    }

    /**
     * What the execution has done, told before its end.
     *
     * @param graph a hash of its happens-before graph, the same in every run
     */
    default void behaved(long graph) {}

    /**
     * The execution has ended.
     *
     * @param steps how many scheduling points it had
     */
    default void endExecution(int steps) {}

    /** Whether nothing is left to explore. */
    default boolean exhausted() {
        return false;
    }

    /** How far an exhaustive search has come; null if the strategy is none. */
    default @Nullable Exhaustion exhaustion() {
        return null;
    }

    /** The program has other scheduling points from the next execution on: what was learned step by step is void. */
    default void restart() {}

    /** Who hears what the threads do between their scheduling points, for strategies that need to know. */
    default Observer observer() {
        return Observer.NONE;
    }

    /** The depth of bugs for which this execution has PCT's guarantee; 0 if it has none. */
    default int pctDepth() {
        return 0;
    }

    /** Whether no enabled thread is starved for ever. */
    boolean isFair();

    /**
     * What the strategy has learned and uses in this execution, as {@code name=value} pairs separated by blanks; empty
     * if nothing. {@link Strategies} takes it back, so that the execution can be run alone.
     */
    default String learned() {
        return "";
    }

    /**
     * What the strategy has learned by now, in the form of {@link #learned}: what the next epoch will use if this one
     * ends here.
     */
    default String learnedByNow() {
        return learned();
    }
}
