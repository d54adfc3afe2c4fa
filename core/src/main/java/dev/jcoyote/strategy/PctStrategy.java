package dev.jcoyote.strategy;

import dev.jcoyote.operation.Operation;

/**
 * PCT: random priorities with a few random changes. A bug of depth <i>d</i> (one that needs <i>d</i> ordering
 * constraints) in a program with <i>n</i> threads and <i>k</i> decisions is found by each execution with a probability
 * of at least 1/(n·k<sup>d−1</sup>).
 *
 * <p>Source: Burckhardt, Kothari, Musuvathi and Nagarakatte, "A Randomized Scheduler with Probabilistic Guarantees of
 * Finding Bugs", ASPLOS 2010. Each thread gets a distinct random priority, and the enabled thread with the highest one
 * runs. At <i>d</i>−1 random points the thread that would run gets a priority below all initial ones: the <i>i</i>-th
 * point drawn gives priority <i>i</i>, whatever the order in which the points come.
 *
 * <p>Deviations:
 * <ul>
 *   <li><i>k</i> counts decisions, not steps. Where one thread alone can go, a change of priority prevents nothing, and
 *       the bound is better with a smaller <i>k</i>.
 *   <li><i>k</i> is the greatest length in the epochs before. The first execution, where nothing is known, chooses at
 *       random and so measures it; a later one without a length, as when an exploration begins there, takes 100.
 *   <li>A thread that executes a yield, a spin hint or a sleep goes below all others with probability ½, so that loops
 *       that poll come to an end. Always would be too often: after a sleep that wakes too early, the sleeper must be
 *       able to go on first.
 *   <li>Fair tail: after max(2·<i>k</i>, 1,000) decisions it chooses at random, so that loops without any hint end as
 *       well. An execution that gets there does not count for <i>k</i>: it would measure how long the loop turned.
 * </ul>
 */
public final class PctStrategy implements Strategy {
    static final String NAME = "pct";

    /** The name of the learned value. */
    static final String LENGTH = "pct.length";

    private static final int ASSUMED_LENGTH = 100;
    private static final int LEAST_TAIL = 1_000;

    private final int depth;
    private final SeededRandom random = new SeededRandom();
    private final LearnedLength length;

    /** The decision, from 1, at which the thread that would run gets priority {@code index + 1 - depth}. */
    private final int[] changePoints;

    /** Initial ones are not negative, changed ones negative. */
    private final Priorities priorities = new Priorities(random);

    private long lowest;
    private int number;
    private int decision;
    /** The last decision by priorities; those after it are random. */
    private int tail;

    /** Creates the strategy for bugs of the given depth, at least 1; nothing is known of the length. */
    public PctStrategy(int depth) {
        this(depth, LearnedLength.UNKNOWN);
    }

    PctStrategy(int depth, int knownLength) {
        if (depth < 1) {
            throw new IllegalArgumentException("The depth must be at least 1, but is " + depth);
        }
        this.depth = depth;
        length = new LearnedLength(knownLength);
        changePoints = new int[depth - 1];
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void beginExecution(int executionNumber, long seed) {
        random.seed(seed);
        number = executionNumber;
        priorities.clear();
        lowest = -depth;
        decision = 0;
        boolean measures = length.inUse() == LearnedLength.UNKNOWN && number == 1;
        int expected = length.inUse() == LearnedLength.UNKNOWN ? ASSUMED_LENGTH : length.inUse();
        tail = measures ? 0 : (int) Math.min(Integer.MAX_VALUE, Math.max(2L * expected, LEAST_TAIL));
        for (int i = 0; i < changePoints.length; i++) {
            changePoints[i] = 1 + random.nextInt(expected);
        }
    }

    @Override
    public int chooseThread(Options options) {
        if (options.size() == 1) {
            return options.thread(0);
        }
        decision++;
        if (decision > tail) {
            return options.thread(random.nextInt(options.size()));
        }
        int best = priorities.highest(options);
        for (int i = 0; i < changePoints.length; i++) {
            if (changePoints[i] == decision) {
                priorities.set(best, i + 1 - depth);
                best = priorities.highest(options);
            }
        }
        return best;
    }

    @Override
    public void executed(Operation operation) {
        if (Hints.isHint(operation.kind()) && decision < tail && random.nextInt(2) == 0) {
            priorities.set(operation.thread(), --lowest);
        }
    }

    @Override
    public int chooseValue(int bound, Options options) {
        return random.nextInt(bound);
    }

    @Override
    public void endExecution(int steps) {
        endExecution(number, tail == 0 || decision <= tail ? decision : 0);
    }

    /** Learns from an execution that another strategy chose. */
    void endExecution(int executionNumber, int decisions) {
        length.record(decisions);
        length.endExecution(executionNumber);
    }

    @Override
    public int pctDepth() {
        return tail == 0 ? 0 : depth;
    }

    @Override
    public boolean isFair() {
        return true;
    }

    @Override
    public String learned() {
        return learned(length.inUse());
    }

    @Override
    public String learnedByNow() {
        return learned(length.byNow());
    }

    static String learned(int length) {
        return length == LearnedLength.UNKNOWN ? "" : LENGTH + "=" + length;
    }
}
