package dev.jcoyote.strategy;

import dev.jcoyote.analysis.Observer;
import dev.jcoyote.operation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Searches exhaustively if all executions that differ are few enough to be run, and samples otherwise.
 *
 * <p>The search goes first. After 16 executions, 64, 256 and so on it says how many there are in all; if that is more than
 * may be run, or if it cannot go on, the {@link PortfolioStrategy} takes over from the next execution on.
 */
public final class AutoStrategy implements Strategy {
    static final String NAME = "auto";

    private static final int FIRST_LOOK = 16;
    private static final int LOOK_FACTOR = 4;

    private final DporStrategy search = new DporStrategy(false);
    private final Strategy sampler;
    private final int budget;
    private Strategy active = search;
    private long nextLook = FIRST_LOOK;
    private int number;

    /** Creates the strategy: it samples like that one, and may run so many executions in all. */
    AutoStrategy(Strategy sampler, int budget) {
        this.sampler = sampler;
        this.budget = budget;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Observer observer() {
        return active.observer();
    }

    @Override
    public void beginExecution(int executionNumber, long seed) {
        number = executionNumber;
        active.beginExecution(executionNumber, seed);
    }

    @Override
    public void enabled(Operation operation) {
        active.enabled(operation);
    }

    @Override
    public void disabled(Operation operation) {
        active.disabled(operation);
    }

    @Override
    public void executed(Operation operation) {
        active.executed(operation);
    }

    @Override
    public void compareFailed(Operation operation) {
        active.compareFailed(operation);
    }

    @Override
    public int chooseThread(Options options) {
        return active.chooseThread(options);
    }

    @Override
    public int chooseValue(int bound, Options options) {
        return active.chooseValue(bound, options);
    }

    @Override
    public boolean choosesWakeup(Options options) {
        return active.choosesWakeup(options);
    }

    @Override
    public boolean followsDaemons(int steps) {
        return active.followsDaemons(steps);
    }

    @Override
    public void behaved(long graph) {
        active.behaved(graph);
    }

    @Override
    public int pctDepth() {
        return active.pctDepth();
    }

    @Override
    public void endExecution(int steps) {
        active.endExecution(steps);
        if (active == search && isHopeless()) {
            active = sampler;
        }
    }

    private boolean isHopeless() {
        Exhaustion seen = search.exhaustion();
        if (seen.problem() != null) {
            return true;
        }
        if (seen.isComplete() || number < nextLook) {
            return false;
        }
        nextLook *= LOOK_FACTOR;
        return seen.estimate() - seen.executions() > budget - number;
    }

    @Override
    public boolean exhausted() {
        return active == search && search.exhausted();
    }

    @Override
    public @Nullable Exhaustion exhaustion() {
        return active == search ? search.exhaustion() : null;
    }

    @Override
    public void restart() {
        active.restart();
        nextLook = (long) number + FIRST_LOOK;
    }

    @Override
    public boolean isFair() {
        return active.isFair();
    }

    @Override
    public String learned() {
        return active.learned();
    }

    @Override
    public String learnedByNow() {
        return active.learnedByNow();
    }
}
