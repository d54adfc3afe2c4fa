package dev.jcoyote.strategy;

import dev.jcoyote.operation.Operation;

/**
 * The default: random, PCT, POS, SURW and URW share the executions, because each finds bugs that the others miss. What finds
 * new behaviour gets more of them.
 *
 * <p>New behaviour is a happens-before graph that no other execution had. A graph that several members have found counts in
 * equal parts for each; what a member has found by execution decides over its share, of which a tenth is safe. Shares change
 * at the ends of {@link Epochs} only. Which member chooses depends on the execution's number and the shares alone: execution
 * 1 is a random walk, and the others spread evenly.
 *
 * <p>What the members learn, they learn from all executions. Fair, because each member is.
 */
public final class PortfolioStrategy implements Strategy {
    static final String NAME = "portfolio";

    /** The name of the learned value. */
    static final String SHARES = "shares";

    static final int MEMBERS = 5;

    private final PctStrategy pct;
    private final Strategy[] members;
    private final boolean[] isCounting = {false, false, false, true, true};
    private final LearnedProfile profile;

    private Shares shares;
    private final GraphSample graphs;

    private int member;
    private int number;
    private int decisions;

    /** The last execution of an epoch that is part of {@link #shares}, and the last one that was run. */
    private int lastShared;

    private int lastRun;

    /** Creates the strategy; the depth, at least 1, is PCT's. */
    public PortfolioStrategy(int depth) {
        this(depth, Learned.NOTHING);
    }

    PortfolioStrategy(int depth, Learned learned) {
        pct = new PctStrategy(depth, learned.length());
        profile = new LearnedProfile(learned.profile());
        members = new Strategy[] {
            new RandomStrategy(), pct, new PosStrategy(), new SurwStrategy(profile), new UrwStrategy(profile)
        };
        shares = learned.shares();
        graphs = shares.graphs().copy();
    }

    private Strategy active() {
        return members[member];
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void beginExecution(int executionNumber, long seed) {
        number = executionNumber;
        lastShared = Epochs.firstOf(number) - 1;
        decisions = 0;
        member = shares.member(number);
        if (!isCounting[member]) {
            profile.beginExecution(number);
        }
        active().beginExecution(executionNumber, seed);
    }

    @Override
    public void enabled(Operation operation) {
        active().enabled(operation);
    }

    @Override
    public void disabled(Operation operation) {
        active().disabled(operation);
    }

    @Override
    public void executed(Operation operation) {
        if (!isCounting[member]) {
            profile.executed(operation);
        }
        active().executed(operation);
    }

    @Override
    public void compareFailed(Operation operation) {
        if (!isCounting[member]) {
            profile.compareFailed(operation);
        }
        active().compareFailed(operation);
    }

    @Override
    public int chooseThread(Options options) {
        if (options.size() > 1) {
            decisions++;
        }
        if (!isCounting[member]) {
            profile.meet(options);
        }
        return active().chooseThread(options);
    }

    @Override
    public int chooseValue(int bound, Options options) {
        return active().chooseValue(bound, options);
    }

    @Override
    public void behaved(long graph) {
        graphs.add(graph, member);
    }

    @Override
    public void endExecution(int steps) {
        lastRun = number;
        active().endExecution(steps);
        if (active() != pct) {
            pct.endExecution(number, decisions);
        }
        if (!isCounting[member]) {
            profile.endExecution();
        }
        if (Epochs.endsAfter(number)) {
            shares = sharesByNow();
            lastShared = number;
        }
    }

    private Shares sharesByNow() {
        return lastRun <= lastShared ? shares : shares.after(lastShared + 1, lastRun, graphs.copy());
    }

    @Override
    public int pctDepth() {
        return active().pctDepth();
    }

    @Override
    public boolean isFair() {
        return true;
    }

    /** What all members have learned, in every execution: those that follow need it. */
    @Override
    public String learned() {
        return LearnedPairs.join(
                pct.learned(),
                LearnedPairs.text(LearnedProfile.EVENTS, profile.inUse().text()),
                LearnedPairs.text(SHARES, shares.text()));
    }

    @Override
    public String learnedByNow() {
        return LearnedPairs.join(
                pct.learnedByNow(),
                LearnedPairs.text(LearnedProfile.EVENTS, profile.byNow().text()),
                LearnedPairs.text(SHARES, sharesByNow().text()));
    }
}
