package dev.jcoyote.strategy;

import dev.jcoyote.analysis.Footprints;
import dev.jcoyote.analysis.Observer;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.search.BoundedSearch;
import dev.jcoyote.search.ExhaustiveSearch;
import dev.jcoyote.search.Search;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exhaustive search by dynamic partial order reduction: runs one execution of each set that differ only in the order of
 * steps that do not matter to each other, and knows when all have been seen.
 *
 * <p>Waves of executions with at most 0, 1 and 2 preemptions come first ({@link BoundedSearch}), of {@value #FIRST_WAVE}
 * executions and four times as many each, since a failure found there is easy to understand; then all that is left
 * ({@link ExhaustiveSearch}). A wave that finds all it may run, and nothing that its bound forbids, is the whole search.
 *
 * <p>Not fair: it also runs the executions in which a thread is kept waiting for long.
 */
public final class DporStrategy implements Strategy {
    static final String NAME = "dpor";

    private static final int FIRST_WAVE = 20;
    private static final int WAVE_FACTOR = 4;
    private static final int HIGHEST_BOUND = 2;
    private static final int NO_BOUND = -1;

    private final Footprints log = new Footprints();
    private final ExhaustiveSearch unbounded = new ExhaustiveSearch(log);
    private final EnabledThreads enabled = new EnabledThreads();
    private final MetCalls calls = new MetCalls();
    private final boolean hasWaves;

    private @Nullable BoundedSearch wave;
    private int waveEnd;
    private int completedBound = NO_BOUND;
    private boolean isWaveAll;
    private boolean isChosen;
    private boolean hasWokenUp;
    private boolean isWakeupMet;
    private boolean isAnyLeftGoing;

    /** Creates the strategy, with waves. */
    public DporStrategy() {
        this(true);
    }

    /** Creates the strategy, whose first execution may be that of the unbounded search. */
    public DporStrategy(boolean hasWaves) {
        this.hasWaves = hasWaves;
        restart();
    }

    /** Forgets all: the program has other scheduling points from now on. */
    @Override
    public void restart() {
        unbounded.restart();
        completedBound = NO_BOUND;
        isWaveAll = false;
        wave = hasWaves ? new BoundedSearch(log, 0) : null;
        waveEnd = FIRST_WAVE;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Observer observer() {
        return log;
    }

    private Search search() {
        return wave == null ? unbounded : wave;
    }

    @Override
    public void beginExecution(int number, long seed) {
        isChosen = false;
        hasWokenUp = false;
        search().begin();
    }

    @Override
    public int chooseThread(Options options) {
        isChosen = true;
        return search().choose(enabled.of(options));
    }

    @Override
    public void executed(Operation operation) {
        calls.met(operation);
        search().executed(operation.thread(), operation.stableHash(), isChosen);
        isChosen = false;
    }

    @Override
    public int chooseValue(int bound, Options options) {
        return search().chooseValue(bound);
    }

    /** Both, but no more than once in an execution: a loop that waits again and again has no end otherwise. */
    @Override
    public boolean choosesWakeup(Options options) {
        if (hasWokenUp) {
            return false;
        }
        hasWokenUp = search().chooseValue(2) == 1;
        isWakeupMet = true;
        return hasWokenUp;
    }

    @Override
    public boolean followsDaemons(int steps) {
        isAnyLeftGoing |= steps == STEPS_AFTER_END;
        return steps < STEPS_AFTER_END;
    }

    @Override
    public void endExecution(int steps) {
        search().end();
        BoundedSearch done = wave;
        if (done == null || done.problem() != null) {
            return;
        }
        if (done.isExhausted()) {
            completedBound = done.bound();
            isWaveAll = !done.isCut();
        }
        if (done.isExhausted() || done.complete() >= waveEnd) {
            waveEnd *= WAVE_FACTOR;
            boolean isLast = done.bound() == HIGHEST_BOUND || isWaveAll;
            wave = isLast ? null : new BoundedSearch(log, done.bound() + 1);
        }
    }

    @Override
    public boolean exhausted() {
        return unbounded.isExhausted() || search().problem() != null;
    }

    @Override
    public Exhaustion exhaustion() {
        return new Exhaustion(
                unbounded.isExhausted(),
                unbounded.complete(),
                completedBound,
                unbounded.explored(),
                assumptions(),
                search().problem());
    }

    private List<String> assumptions() {
        List<String> assumptions = new ArrayList<>();
        if (!calls.bulk().isEmpty()) {
            assumptions.add("one step each, though only weakly consistent: " + String.join(", ", calls.bulk()));
        }
        if (!calls.weak().isEmpty()) {
            assumptions.add("sequentially consistent, though weaker: " + String.join(", ", calls.weak()));
        }
        if (isWakeupMet) {
            assumptions.add("at most one wait of an execution ends without a reason");
        }
        if (isAnyLeftGoing) {
            assumptions.add("daemon threads matter no more " + STEPS_AFTER_END + " steps after the end of the test");
        }
        return assumptions;
    }

    /** The executions that the unbounded search gave up. */
    public long redundant() {
        return unbounded.redundant();
    }

    @Override
    public boolean isFair() {
        return false;
    }
}
