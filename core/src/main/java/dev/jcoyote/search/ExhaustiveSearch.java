package dev.jcoyote.search;

import dev.jcoyote.analysis.Access;
import dev.jcoyote.analysis.Footprints;
import dev.jcoyote.analysis.Races;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Optimal dynamic partial order reduction: one execution of each Mazurkiewicz trace, depth first.
 *
 * <p>Source: Abdulla, Aronis, Jonsson and Sagonas, "Source Sets: A Foundation for Optimal Dynamic Partial Order Reduction",
 * Journal of the ACM 64(4), 2017, algorithm 2. Deviations:
 * <ul>
 *   <li>A step that needs values is explored with each of them in turn; it sleeps only after the last one, with the
 *       footprints of all.
 *   <li>Where it is not sure that the later step of a race can proceed before the earlier one (what the clock decides), all
 *       enabled threads are tried.
 *   <li>A thread that hints that it waits goes round again only after a step of another thread.
 * </ul>
 * What is kept is the path of the current execution and the branches off it, whatever the number of executions.
 */
public final class ExhaustiveSearch implements Search {
    /** What is to be tried where a thread has run for so long on end. */
    private static final int LONGEST_RUN = 1_000;

    private final Footprints log;
    private final Races races;
    private final WakeupSequence sequence;
    private final List<Node> path = new ArrayList<>();

    /** So many nodes at the front of the path are fixed for this execution. */
    private int fixed;

    /** How many nodes of the path this execution has come to, and how many values its last step has needed. */
    private int depth;

    private int valuesSeen;
    private boolean isRedundant;
    private boolean isTooLarge;
    private @Nullable String divergence;
    private long complete;
    private long redundant;
    private boolean isExhausted;
    private int run;

    /** What was to be chosen after the fixed part of the path when the execution began, until it ends. */
    private @Nullable WakeupTree guidanceAtBegin;

    private boolean isUnderWay;

    /** Creates a search that reads the executions from that log. */
    public ExhaustiveSearch(Footprints log) {
        this.log = log;
        this.races = new Races(log);
        this.sequence = new WakeupSequence(log, races);
    }

    /** Forgets all: the program has other scheduling points from now on. */
    public void restart() {
        path.clear();
        fixed = 0;
        complete = 0;
        redundant = 0;
        isExhausted = false;
    }

    @Override
    public void begin() {
        run = 0;
        valuesSeen = 0;
        isRedundant = false;
        Node last = node(Math.max(0, fixed - 1));
        if (isUnderWay) {
            // The execution begins anew, on another engine.
            last.guidance = guidanceAtBegin;
        }
        isUnderWay = true;
        guidanceAtBegin = last.guidance;
        depth = 1;
    }

    @Override
    public int choose(Candidates candidates) {
        if (isRedundant || divergence != null) {
            return REDUNDANT;
        }
        if (depth < fixed) {
            return fixedChoice(candidates);
        }
        Node node = enter();
        node.enabled = candidates.canonical(log);
        while (node.branches != null) {
            node.branch();
            int thread = candidates.find(node.thread, log);
            if (thread >= 0) {
                return thread;
            }
            node.tryAll();
        }
        int thread = candidates.best(log, node.sleep, run >= LONGEST_RUN);
        if (thread < 0) {
            isRedundant = true;
            return REDUNDANT;
        }
        return thread;
    }

    private int fixedChoice(Candidates candidates) {
        Node node = path.get(depth);
        int thread = candidates.find(node.thread, log);
        if (thread < 0 && isNewBranch(node)) {
            return otherBranch(node, candidates);
        }
        if (thread < 0) {
            diverged("a thread cannot go on that went on before");
            return REDUNDANT;
        }
        return thread;
    }

    /** Whether what is fixed last is to be tried for the first time. */
    private boolean isNewBranch(Node node) {
        return depth == fixed - 1 && node.operation == 0;
    }

    /** The thread that was to be tried here cannot go on after all: whoever can is to be tried in its place. */
    private int otherBranch(Node node, Candidates candidates) {
        node.tryAll();
        while (node.branches != null) {
            node.branch();
            int thread = candidates.find(node.thread, log);
            if (thread >= 0) {
                return thread;
            }
        }
        isRedundant = true;
        return REDUNDANT;
    }

    /** The node of a step that was not taken before: it inherits what sleeps and what is to be tried. */
    private Node enter() {
        Node node = node(depth);
        node.begin();
        Node before = path.get(depth - 1);
        node.branches = before.guidance;
        boolean isEndOfBranch = before.isGuided && before.guidance == null;
        before.guidance = null;
        for (Sleeper sleeper = before.sleep; sleeper != null; sleeper = sleeper.next) {
            if (sleeper.thread != before.thread && !log.conflicts(depth - 1, sleeper.footprint)) {
                boolean isDoubtful = sleeper.isDoubtful || isEndOfBranch;
                node.sleep = new Sleeper(sleeper.thread, sleeper.footprint, isDoubtful, node.sleep);
            }
        }
        return node;
    }

    private Node node(int index) {
        while (path.size() <= index) {
            path.add(new Node());
        }
        return path.get(index);
    }

    @Override
    public void executed(int thread, int operation, boolean isChosen) {
        int canonical = log.canonicalThread(thread);
        if (depth >= fixed) {
            Node node = isChosen ? path.get(depth) : enter();
            if (!isChosen) {
                goAlone(node, canonical);
            }
            node.thread = canonical;
            node.operation = operation;
        } else {
            Node node = path.get(depth);
            if (!isChosen && isNewBranch(node) && node.thread != canonical) {
                // There was no choice after all.
                isRedundant = true;
                node.thread = canonical;
                node.branches = null;
            }
            if (divergence == null
                    && (node.thread != canonical || (node.operation != 0 && node.operation != operation))) {
                diverged("a thread comes to another operation than before");
            }
            node.operation = operation;
        }
        run = path.get(depth - 1).thread == canonical ? run + 1 : 0;
        depth++;
        valuesSeen = 0;
    }

    private void goAlone(Node node, int thread) {
        isRedundant |= Sleeper.contains(node.sleep, thread);
        while (node.branches != null) {
            node.branch();
            if (node.thread == thread) {
                return;
            }
        }
    }

    @Override
    public int chooseValue(int bound) {
        Node node = path.get(depth - 1);
        if (!node.values.has(valuesSeen)) {
            node.addValue(bound);
        } else if (node.values.bound(valuesSeen) != bound) {
            diverged("a choice has " + bound + " values now, and had " + node.values.bound(valuesSeen) + " before");
            return 0;
        }
        return node.values.value(valuesSeen++);
    }

    /** Puts on the path what the execution has shown is to be explored, and prepares the next one. */
    @Override
    public void end() {
        isUnderWay = false;
        if (depth < fixed && !isRedundant && divergence == null) {
            diverged("it ends here, and went on before");
        }
        if (divergence != null) {
            return;
        }
        if (isRedundant) {
            redundant++;
        } else {
            complete++;
            log.addPending();
            if (races.fit()) {
                races.find(Math.max(1, fixed - 1), this::turnRound);
                tryOtherEnds();
            } else {
                isTooLarge = true;
            }
        }
        backtrack();
    }

    private void diverged(String how) {
        divergence = Divergence.text(depth, how);
    }

    private void turnRound(int before, int after, boolean isUncertain) {
        if (before == 0) {
            return;
        }
        Node node = path.get(before);
        if (isUncertain) {
            node.tryAll();
        } else if (sequence.turnRound(before, after)) {
            node.insert(sequence);
        }
    }

    /** A wait that another thread has ended might have ended by itself before that. */
    private void tryOtherEnds() {
        for (int step = Math.max(1, fixed - 1); step < log.executed(); step++) {
            for (int i = log.from(step); i < log.to(step); i++) {
                if (log.what(i) == Access.AFTER && mightHaveGoneOn(log.thread(step), log.object(i), step)) {
                    path.get(log.object(i)).tryAll();
                }
            }
        }
    }

    private boolean mightHaveGoneOn(int thread, int from, int to) {
        for (int step = from + 1; step < to; step++) {
            if (log.thread(step) == thread) {
                return false;
            }
        }
        for (int enabled : path.get(from).enabled) {
            if (enabled == log.canonicalThread(thread)) {
                return true;
            }
        }
        return false;
    }

    private void backtrack() {
        for (int index = depth - 1; index > 0; index--) {
            Node node = path.get(index);
            int[] footprint = log.canonical(index);
            if (node.nextValues(footprint)) {
                fixed = index + 1;
                return;
            }
            if (node.branches != null) {
                node.sleep = new Sleeper(node.thread, node.with(footprint), false, node.sleep);
                node.explored++;
                node.branch();
                fixed = index + 1;
                return;
            }
        }
        // What the main thread does before its first scheduling point may need values, too.
        if (path.get(0).nextValues(log.canonical(0))) {
            fixed = 1;
            return;
        }
        isExhausted = true;
    }

    @Override
    public boolean isExhausted() {
        return isExhausted;
    }

    /** No two of these executions are equivalent. */
    @Override
    public long complete() {
        return complete;
    }

    /** How many executions were given up, since equivalent ones had been run. */
    public long redundant() {
        return redundant;
    }

    @Override
    public @Nullable String problem() {
        if (isTooLarge) {
            return Divergence.TOO_LARGE;
        }
        return divergence;
    }

    /**
     * {@inheritDoc} Each branch of a node counts the same.
     *
     * <p>Source: Kilby, Slaney, Thiébaux and Walsh, "Estimating Search Tree Size", AAAI 2006 (weighted backtracking).
     */
    @Override
    public double explored() {
        if (isExhausted) {
            return 1;
        }
        double part = 0;
        double unit = 1;
        for (int index = 0; index < fixed; index++) {
            Node node = path.get(index);
            unit /= node.explored + 1 + node.left();
            part += unit * node.explored;
            part += unit * node.values.partBefore();
            unit *= node.values.part();
        }
        return part;
    }
}
