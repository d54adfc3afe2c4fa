package dev.jcoyote.strategy;

import dev.jcoyote.operation.Operation;

/**
 * The default: random, PCT and POS take turns by the execution's number, because each finds bugs that the others miss.
 *
 * <p>Execution 1 is a random walk, 2 is PCT, 3 is POS, 4 random again, and so on. PCT learns the length from all of
 * them. Fair, because each member is.
 */
public final class PortfolioStrategy implements Strategy {
    static final String NAME = "portfolio";

    private final PctStrategy pct;
    private final Strategy[] members;

    private Strategy active;
    private int number;
    private int decisions;

    /** Creates the strategy; the depth, at least 1, is PCT's. */
    public PortfolioStrategy(int depth) {
        this(depth, LearnedLength.UNKNOWN);
    }

    PortfolioStrategy(int depth, int knownLength) {
        pct = new PctStrategy(depth, knownLength);
        members = new Strategy[] {new RandomStrategy(), pct, new PosStrategy()};
        active = members[0];
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void beginExecution(int executionNumber, long seed) {
        number = executionNumber;
        decisions = 0;
        active = members[(executionNumber - 1) % members.length];
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
    public int chooseThread(Options options) {
        if (options.size() > 1) {
            decisions++;
        }
        return active.chooseThread(options);
    }

    @Override
    public int chooseValue(int bound, Options options) {
        return active.chooseValue(bound, options);
    }

    @Override
    public void endExecution(int steps) {
        active.endExecution(steps);
        if (active != pct) {
            pct.endExecution(number, decisions);
        }
    }

    @Override
    public boolean isFair() {
        return true;
    }

    /** PCT's length in every execution, also where another member chooses: those that follow need it. */
    @Override
    public String learned() {
        return pct.learned();
    }

    @Override
    public String learnedByNow() {
        return pct.learnedByNow();
    }
}
