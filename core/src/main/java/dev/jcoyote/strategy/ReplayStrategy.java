package dev.jcoyote.strategy;

import dev.jcoyote.operation.Operation;
import dev.jcoyote.schedule.Decision;
import dev.jcoyote.schedule.Schedule;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The strategy that repeats a recorded execution, and tells where the program takes another way.
 *
 * <p>At each decision it compares the kind, the thread, its operation and site, and the hash of the enabled set with
 * what it meets; for a value the kind and the number of values. The number of the step is not compared: work that is
 * done once a JVM, such as a class's initialisation, may add points where one thread alone can go, and no choice
 * depends on them.
 *
 * <p>After the first difference it abandons the execution, unless it is tolerant. Then it goes on towards the recorded
 * decisions, for which it takes those of the same thread, operation and method, whatever the line:
 * <ul>
 *   <li>The recorded thread is enabled, but elsewhere: if it is where a later decision has it, the decisions until then
 *       are dropped one by one; else it runs until it gets to the recorded place.
 *   <li>The recorded thread is not enabled: the first later decision that fits an enabled thread is next.
 *   <li>Else, and when no decision is left: the current thread goes on, or the lowest; one that only yields, spins or
 *       sleeps hands over to the next.
 *   <li>A decision that is not met for long is dropped, so that none is waited for in vain.
 * </ul>
 */
public final class ReplayStrategy implements Strategy {
    /** How many decisions ahead to look for the one that fits. */
    private static final int WINDOW = 256;

    /** How many choices to wait for a decision to be met; and for how many a thread may stay in a row. */
    private static final int PATIENCE = 64;

    private final List<Decision> decisions;
    private final boolean tolerant;
    private final boolean fair;

    /** The index of the decision that is expected next. */
    private int next;

    private int waited;
    private int stayed;
    private boolean ended;
    private @Nullable String divergence;
    private final Map<String, String> met = new TreeMap<>();

    /** Creates the strategy; a tolerant one goes on as well as it can where the program differs. */
    public ReplayStrategy(Schedule schedule, boolean tolerant) {
        decisions = schedule.decisions();
        this.tolerant = tolerant;
        fair = "true".equals(schedule.header(Schedule.FAIR));
    }

    /** Where the execution first differed from the recorded one, in words; null if it did not, so far. */
    public @Nullable String divergence() {
        return divergence;
    }

    /** What the enabled threads were about to do at the first difference, by the paths of the threads. */
    public Map<String, String> met() {
        return Collections.unmodifiableMap(met);
    }

    /** How many recorded decisions have not been met yet. */
    public int remaining() {
        return decisions.size() - next;
    }

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public void beginExecution(int number, long seed) {
        next = 0;
        waited = 0;
        stayed = 0;
        ended = false;
        divergence = null;
        met.clear();
    }

    @Override
    public int chooseThread(Options options) {
        if (options.size() == 1) {
            return options.thread(0);
        }
        Decision expected = expected();
        if (divergence == null) {
            divergence = Divergence.ofThread(next, decisions.size(), expected, options);
            if (divergence != null) {
                met.putAll(Divergence.pending(options));
            }
        }
        if (divergence == null && expected != null) {
            next++;
            return Divergence.find(expected.thread(), options);
        }
        return tolerant ? approach(options) : ABANDON;
    }

    /** Cannot abandon: after a difference it answers the nearest value, and the next choice of a thread abandons. */
    @Override
    public int chooseValue(int bound, Options options) {
        Decision expected = expected();
        if (divergence == null) {
            divergence = Divergence.ofValue(next, decisions.size(), expected, bound);
        }
        if (expected == null || expected.kind().isThread()) {
            return 0;
        }
        next++;
        return Math.max(0, Math.min(expected.value(), bound - 1));
    }

    @Override
    public void endExecution(int steps) {
        ended = true;
        Decision expected = expected();
        if (divergence == null && expected != null) {
            divergence = Divergence.ofEnd(next, decisions.size(), expected);
        }
    }

    @Override
    public boolean exhausted() {
        return ended;
    }

    /** As fair as the recorded execution, where its failure depends on that. */
    @Override
    public boolean isFair() {
        return fair;
    }

    private @Nullable Decision expected() {
        return next < decisions.size() ? decisions.get(next) : null;
    }

    private int approach(Options options) {
        for (Decision expected = expected(); expected != null; expected = drop()) {
            if (!expected.kind().isThread()) {
                continue;
            }
            int thread = Divergence.find(expected.thread(), options);
            if (thread == Options.NONE) {
                int fitting = firstFitting(options);
                if (fitting >= 0) {
                    next = fitting + 1;
                    waited = 0;
                    return Divergence.find(decisions.get(fitting).thread(), options);
                }
                if (waited++ < PATIENCE) {
                    return stay(options);
                }
            } else if (Divergence.isNear(expected, options.operation(thread))) {
                next++;
                waited = 0;
                return thread;
            } else if (!comesLater(expected.thread(), options.operation(thread)) && waited++ < PATIENCE) {
                return thread;
            }
        }
        return stay(options);
    }

    private @Nullable Decision drop() {
        next++;
        waited = 0;
        return expected();
    }

    /** The index of the first decision ahead that an enabled thread fits, or -1. */
    private int firstFitting(Options options) {
        for (int i = next; i < Math.min(decisions.size(), next + WINDOW); i++) {
            Decision decision = decisions.get(i);
            int thread = Divergence.find(decision.thread(), options);
            if (decision.kind().isThread()
                    && thread != Options.NONE
                    && Divergence.isNear(decision, options.operation(thread))) {
                return i;
            }
        }
        return -1;
    }

    private boolean comesLater(String path, Operation operation) {
        for (int i = next + 1; i < Math.min(decisions.size(), next + WINDOW); i++) {
            Decision decision = decisions.get(i);
            if (decision.kind().isThread()
                    && decision.thread().equals(path)
                    && Divergence.isNear(decision, operation)) {
                return true;
            }
        }
        return false;
    }

    /** Stays on the current thread as long as that leads anywhere. */
    private int stay(Options options) {
        int current = options.current();
        if (current == Options.NONE) {
            stayed = 0;
            return following(-1, options);
        }
        if (Hints.isHint(options.operation(current).kind()) || ++stayed > PATIENCE) {
            stayed = 0;
            return following(current, options);
        }
        return current;
    }

    /** The enabled thread with the next greater number, or else the lowest. */
    private static int following(int thread, Options options) {
        int lowest = Integer.MAX_VALUE;
        int following = Integer.MAX_VALUE;
        for (int i = 0; i < options.size(); i++) {
            int candidate = options.thread(i);
            lowest = Math.min(lowest, candidate);
            if (candidate > thread) {
                following = Math.min(following, candidate);
            }
        }
        return following == Integer.MAX_VALUE ? lowest : following;
    }
}
