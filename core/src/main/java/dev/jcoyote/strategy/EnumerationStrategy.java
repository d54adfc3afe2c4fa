package dev.jcoyote.strategy;

import dev.jcoyote.analysis.Footprints;
import dev.jcoyote.analysis.Observer;
import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.operation.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs every interleaving, one after the other: the oracle of searches that leave some out. It has no name under which a
 * user could choose it, since the numbers are out of reach for all but the smallest programs.
 */
public final class EnumerationStrategy implements Strategy {
    /** What was chosen at each choice of the current execution, of how many. */
    private final List<int[]> path = new ArrayList<>();

    private final Footprints log = new Footprints();
    private int depth;
    private boolean isExhausted;
    private int preemptions;
    private final boolean startsMatter;

    /** Creates the strategy for a program whose threads do nothing to threads that may not have been started yet. */
    public EnumerationStrategy() {
        this(false);
    }

    /**
     * Creates the strategy.
     *
     * @param startsMatter whether a thread may unpark, interrupt, join or look at another one before that is started
     */
    public EnumerationStrategy(boolean startsMatter) {
        this.startsMatter = startsMatter;
    }

    @Override
    public String name() {
        return "enumeration";
    }

    /** What the last execution did. */
    public Footprints log() {
        return log;
    }

    @Override
    public Observer observer() {
        return log;
    }

    @Override
    public void beginExecution(int number, long seed) {
        depth = 0;
        preemptions = 0;
    }

    /** How often a thread that could go on was kept from it in the last execution. */
    public int preemptions() {
        return preemptions;
    }

    @Override
    public void executed(Operation operation) {}

    @Override
    public int chooseThread(Options options) {
        int chosen = next(options);
        int current = options.current();
        boolean isKept = current != Options.NONE && current != chosen;
        if (isKept && !Hints.isHint(options.operation(current).kind())) {
            preemptions++;
        }
        return chosen;
    }

    private int next(Options options) {
        for (int i = 0; i < options.size(); i++) {
            if (isOfNoConsequence(options.operation(options.thread(i)).kind())) {
                return options.thread(i);
            }
        }
        int least = -1;
        int choice = choose(options.size());
        // In the order of their numbers: that of the positions depends on the history.
        for (int rank = 0; rank <= choice; rank++) {
            int next = Integer.MAX_VALUE;
            for (int i = 0; i < options.size(); i++) {
                if (options.thread(i) > least) {
                    next = Math.min(next, options.thread(i));
                }
            }
            least = next;
        }
        return least;
    }

    /** Whether it does not matter when a thread does it: it may as well do it now. */
    private boolean isOfNoConsequence(OperationKind kind) {
        return kind == OperationKind.BEGIN
                || (!startsMatter && (kind == OperationKind.START || kind == OperationKind.JOIN));
    }

    @Override
    public int chooseValue(int bound, Options options) {
        return choose(bound);
    }

    private int choose(int bound) {
        if (depth == path.size()) {
            path.add(new int[] {0, bound});
        }
        if (path.get(depth)[1] != bound) {
            throw new AssertionError("choice " + depth + " has " + bound + " options, not " + path.get(depth)[1]);
        }
        return path.get(depth++)[0];
    }

    @Override
    public void endExecution(int steps) {
        while (!path.isEmpty()) {
            int[] last = path.get(path.size() - 1);
            if (++last[0] < last[1]) {
                return;
            }
            path.remove(path.size() - 1);
        }
        isExhausted = true;
    }

    @Override
    public boolean exhausted() {
        return isExhausted;
    }

    @Override
    public boolean followsDaemons(int steps) {
        return steps < STEPS_AFTER_END;
    }

    @Override
    public boolean isFair() {
        return false;
    }
}
