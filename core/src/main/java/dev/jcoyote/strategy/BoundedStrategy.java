package dev.jcoyote.strategy;

import dev.jcoyote.analysis.Footprints;
import dev.jcoyote.analysis.Observer;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.search.BoundedSearch;
import org.jspecify.annotations.Nullable;

/** All executions with at most so many preemptions, as far as they differ: a single wave of {@link DporStrategy}. */
public final class BoundedStrategy implements Strategy {
    private final Footprints log = new Footprints();
    private final EnabledThreads enabled = new EnabledThreads();
    private final BoundedSearch search;
    private boolean isChosen;
    private boolean isAnyLeftGoing;

    /** Creates the strategy for that bound, at least 0. */
    public BoundedStrategy(int bound) {
        search = new BoundedSearch(log, bound);
    }

    @Override
    public String name() {
        return "bounded";
    }

    @Override
    public Observer observer() {
        return log;
    }

    @Override
    public void beginExecution(int number, long seed) {
        isChosen = false;
        search.begin();
    }

    @Override
    public int chooseThread(Options options) {
        isChosen = true;
        return search.choose(enabled.of(options));
    }

    @Override
    public void executed(Operation operation) {
        search.executed(operation.thread(), operation.stableHash(), isChosen);
        isChosen = false;
    }

    @Override
    public int chooseValue(int bound, Options options) {
        return search.chooseValue(bound);
    }

    @Override
    public boolean choosesWakeup(Options options) {
        return search.chooseValue(2) == 1;
    }

    @Override
    public boolean followsDaemons(int steps) {
        isAnyLeftGoing |= steps == STEPS_AFTER_END;
        return steps < STEPS_AFTER_END;
    }

    @Override
    public void endExecution(int steps) {
        search.end();
    }

    @Override
    public boolean exhausted() {
        return search.isExhausted() || search.problem() != null;
    }

    /** Why the search has ended early and may have missed an execution, as a sentence; null if it has not. */
    public @Nullable String problem() {
        return isAnyLeftGoing ? "A daemon thread goes on after the end of the test." : search.problem();
    }

    @Override
    public boolean isFair() {
        return false;
    }
}
