package dev.jcoyote.search;

import dev.jcoyote.analysis.Footprints;
import dev.jcoyote.analysis.Races;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The executions with at most so many preemptions: an early failure of this search is a simple one.
 *
 * <p>Source: Coons, Musuvathi and McKinley, "Bounded Partial-Order Reduction", OOPSLA 2013, for the preemption bound. Where a
 * race is turned round, the thread is also tried at the start of the block of steps that the earlier step belongs to: it could
 * be reached there without a preemption. There are no sleep sets, so equivalent executions are run more than once. A switch
 * away from a thread that only hints that it waits is no preemption.
 */
public final class BoundedSearch implements Search {
    private final Footprints log;
    private final Races races;
    private final int bound;
    private final List<BoundedNode> path = new ArrayList<>();
    private int fixed;
    private int depth;
    private int valuesSeen;
    private boolean isExhausted;
    private boolean isCut;
    private long complete;
    private @Nullable String problem;

    /** Creates a search of the executions with at most so many preemptions, which reads them from that log. */
    public BoundedSearch(Footprints log, int bound) {
        this.log = log;
        this.races = new Races(log);
        this.bound = bound;
    }

    /** The number of preemptions that are allowed. */
    public int bound() {
        return bound;
    }

    /** Whether there are executions with more preemptions that may differ from all with as many as allowed. */
    public boolean isCut() {
        return isCut;
    }

    @Override
    public void begin() {
        node(0);
        depth = 1;
        valuesSeen = 0;
    }

    private BoundedNode node(int index) {
        while (path.size() <= index) {
            path.add(new BoundedNode());
        }
        return path.get(index);
    }

    private BoundedNode enter() {
        BoundedNode before = path.get(depth - 1);
        BoundedNode node = node(depth);
        node.begin(depth == 1 ? 0 : before.preemptionsWith(before.thread));
        return node;
    }

    @Override
    public int choose(Candidates candidates) {
        if (problem != null) {
            return REDUNDANT;
        }
        if (depth < fixed) {
            int thread = candidates.find(path.get(depth).thread, log);
            if (thread < 0) {
                diverged("a thread cannot go on that went on before");
                return REDUNDANT;
            }
            return thread;
        }
        BoundedNode node = enter();
        node.choices(candidates.canonical(log), preempted(candidates));
        int thread = candidates.best(log, null, false);
        node.first(log.canonicalThread(thread));
        return thread;
    }

    private int preempted(Candidates candidates) {
        int current = candidates.current();
        for (int i = 0; i < candidates.size(); i++) {
            if (candidates.thread(i) == current && candidates.isHint(i)) {
                return -1;
            }
        }
        return current < 0 ? -1 : log.canonicalThread(current);
    }

    @Override
    public void executed(int thread, int operation, boolean isChosen) {
        int canonical = log.canonicalThread(thread);
        if (depth >= fixed && !isChosen) {
            enter().first(canonical);
        }
        BoundedNode node = path.get(depth);
        boolean isOther = node.thread != canonical || (node.operation != 0 && node.operation != operation);
        if (isOther && problem == null) {
            diverged("a thread comes to another operation than before");
        }
        node.operation = operation;
        depth++;
        valuesSeen = 0;
    }

    @Override
    public int chooseValue(int valueBound) {
        ValueChoices values = path.get(depth - 1).values;
        if (!values.has(valuesSeen)) {
            values.add(valueBound);
        } else if (values.bound(valuesSeen) != valueBound) {
            diverged("a choice has " + valueBound + " values now, and had " + values.bound(valuesSeen) + " before");
            return 0;
        }
        return values.value(valuesSeen++);
    }

    private void diverged(String how) {
        problem = Divergence.text(depth, how);
    }

    @Override
    public void end() {
        if (depth < fixed && problem == null) {
            diverged("it ends here, and went on before");
        }
        if (problem != null) {
            return;
        }
        complete++;
        log.addPending();
        if (!races.fit()) {
            problem = Divergence.TOO_LARGE;
            return;
        }
        races.find(Math.max(1, fixed - 1), this::turnRound);
        backtrack();
    }

    private void turnRound(int before, int after, boolean isUncertain) {
        if (before == 0) {
            return;
        }
        want(before, before, after, isUncertain);
        int block = before;
        while (block > 1 && log.thread(block - 1) == log.thread(before)) {
            block--;
        }
        want(block, before, after, isUncertain);
    }

    /** The thread of the later step is to be chosen at that step; if it cannot be, one that leads to it. */
    private void want(int at, int before, int after, boolean isUncertain) {
        BoundedNode node = path.get(at);
        int thread = log.canonicalThread(log.thread(after));
        if (isUncertain) {
            node.wantAll();
        } else if (node.isEnabled(thread)) {
            node.want(thread);
        } else {
            for (int step = before + 1; step < Math.min(after, log.executed()); step++) {
                int leading = log.canonicalThread(log.thread(step));
                if (races.isBefore(step, after) && node.isEnabled(leading)) {
                    node.want(leading);
                    return;
                }
            }
            node.wantAll();
        }
    }

    private void backtrack() {
        for (int index = depth - 1; index >= 0; index--) {
            BoundedNode node = path.get(index);
            if (node.values.next() || (index > 0 && node.next(bound))) {
                fixed = index + 1;
                return;
            }
            isCut |= node.isCut(bound);
        }
        isExhausted = true;
    }

    @Override
    public boolean isExhausted() {
        return isExhausted;
    }

    @Override
    public long complete() {
        return complete;
    }

    @Override
    public double explored() {
        double part = 0;
        double unit = 1;
        for (int index = 1; index < fixed && !isExhausted; index++) {
            BoundedNode node = path.get(index);
            int branches = Math.max(1, node.countWanted(bound));
            unit /= branches;
            part += unit * (node.countDone() - 1) + unit * node.values.partBefore();
            unit *= node.values.part();
        }
        return isExhausted ? 1 : part;
    }

    @Override
    public @Nullable String problem() {
        return problem;
    }
}
