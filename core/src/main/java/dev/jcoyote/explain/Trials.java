package dev.jcoyote.explain;

import dev.jcoyote.analysis.Observer;
import dev.jcoyote.control.Body;
import dev.jcoyote.control.Execution;
import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.scheduler.Outcome;
import dev.jcoyote.strategy.Plan;
import dev.jcoyote.strategy.SegmentStrategy;
import dev.jcoyote.strategy.Strategy;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs the test that has failed again and again, each time with other choices, while a budget lasts. What it says of an
 * execution holds until the next one.
 */
public final class Trials {
    /** An execution that is this many times as long as the one that failed is given up: it leads elsewhere. */
    private static final int LONGER = 4;

    private static final int MORE_STEPS = 1_000;

    private final ExecutionRunner runner;
    private final Body body;
    private final Runnable preparation;
    private final int number;
    private final long seed;
    private final int maxSteps;
    private final Duration watchdog;

    private int used;
    private int mostSteps;
    private @Nullable Outcome outcome;

    /**
     * Creates trials of that test.
     *
     * @param preparation comes before each execution, outside control
     * @param number the number of the execution that failed
     * @param seed that execution's own seed
     */
    public Trials(
            ExecutionRunner runner,
            Body body,
            Runnable preparation,
            int number,
            long seed,
            int maxSteps,
            Duration watchdog) {
        this.runner = runner;
        this.body = body;
        this.preparation = preparation;
        this.number = number;
        this.seed = seed;
        this.maxSteps = maxSteps;
        this.mostSteps = maxSteps;
        this.watchdog = watchdog;
    }

    /** Runs one execution, and returns what it shows: equal for those that fail in the same way, null for one that does not. */
    public @Nullable String run(Strategy strategy) {
        return run(strategy, Observer.NONE);
    }

    /** Like {@link #run(Strategy)}, while someone hears what the threads do. */
    public @Nullable String run(Strategy strategy, Observer observer) {
        used++;
        preparation.run();
        runner.observe(observer);
        runner.setImpatient(true);
        try {
            outcome = runner.run(new Execution(body, strategy, number, seed, maxSteps, watchdog));
        } finally {
            runner.setImpatient(false);
            runner.observe(Observer.NONE);
        }
        return FailureKey.of(outcome);
    }

    /** Runs one execution that follows the plan. */
    public @Nullable String run(Plan plan) {
        return run(plan, Observer.NONE);
    }

    /** Like {@link #run(Plan)}, while someone hears what the threads do. */
    public @Nullable String run(Plan plan, Observer observer) {
        return run(new SegmentStrategy(plan, mostSteps), observer);
    }

    /** From now on an execution that is much longer than the last one is given up. */
    public void giveUpLongerOnes() {
        mostSteps = (int) Math.min(maxSteps, (long) outcome().steps() * LONGER + MORE_STEPS);
    }

    /** How many executions were run. */
    public int used() {
        return used;
    }

    /** How the last execution ended. */
    public Outcome outcome() {
        return Objects.requireNonNull(outcome, "Nothing was run");
    }

    /** What the last execution did, and its threads and objects. */
    public ExecutionRunner runner() {
        return runner;
    }
}
