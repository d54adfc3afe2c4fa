package dev.jcoyote.strategy;

import dev.jcoyote.operation.Operation;
import dev.jcoyote.schedule.Decision;
import dev.jcoyote.schedule.OperationText;
import dev.jcoyote.schedule.Schedule;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The strategy that repeats a recorded execution, and tells where the program takes another way.
 *
 * <p>At each decision it compares the kind, the thread, its operation and site, and the hash of the enabled set with
 * what it meets; for a value the kind and the number of values. {@linkplain LineShifts Lines that have moved} are no
 * difference. The number of the step is not compared: work that is done once a JVM, such as a class's initialisation, may
 * add points where one thread alone can go, and no choice depends on them.
 *
 * <p>After the first difference it abandons the execution, unless it is tolerant: then it goes on {@linkplain Approach
 * towards} the decisions that are left.
 */
public final class ReplayStrategy implements Strategy {
    private final Schedule schedule;
    private final List<Decision> decisions;
    private final boolean tolerant;
    private final boolean fair;
    private final boolean followsDaemons;
    private final Places places;
    private final Fates fates;
    private final LineShifts shifts = new LineShifts();
    private final Map<Integer, String> paths = new HashMap<>();
    private final Map<String, String> met = new TreeMap<>();

    private @Nullable Approach approach;
    private @Nullable String divergence;
    private int chosen = Options.NONE;
    private int last = Options.NONE;
    private boolean ended;

    /** Creates the strategy; a tolerant one goes on as well as it can where the program differs. */
    public ReplayStrategy(Schedule schedule, boolean tolerant) {
        this(schedule, tolerant, new Places(false));
    }

    private ReplayStrategy(Schedule schedule, boolean tolerant, Places places) {
        this.schedule = schedule;
        this.places = places;
        decisions = schedule.decisions();
        fates = new Fates(decisions);
        this.tolerant = tolerant;
        fair = "true".equals(schedule.header(Schedule.FAIR));
        followsDaemons = Schedule.FOLLOWED.equals(schedule.header(Schedule.DAEMONS));
    }

    /** Where the execution first differed from the recorded one, in words; null if it did not, so far. */
    public @Nullable String divergence() {
        return divergence;
    }

    /** What the enabled threads were about to do at the first difference, by the paths of the threads. */
    public Map<String, String> met() {
        return Collections.unmodifiableMap(met);
    }

    /** How many recorded decisions may still be met. */
    public int remaining() {
        return fates.open();
    }

    /** Which of the recorded decisions applied, so far. */
    public Following following() {
        return fates.following();
    }

    /**
     * After an execution that was not clear about where some decisions belong: the strategy that takes the other places;
     * null if all was clear.
     */
    public @Nullable ReplayStrategy another() {
        return places.areOpen() ? new ReplayStrategy(schedule, tolerant, new Places(true)) : null;
    }

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public void beginExecution(int number, long seed) {
        fates.clear();
        shifts.clear();
        places.clear();
        paths.clear();
        paths.put(0, "main");
        fates.met("main");
        met.clear();
        approach = null;
        divergence = null;
        chosen = Options.NONE;
        last = Options.NONE;
        ended = false;
    }

    @Override
    public int chooseThread(Options options) {
        if (options.size() == 1) {
            return options.thread(0);
        }
        notePaths(options);
        if (divergence == null) {
            int index = fates.firstOpen();
            Decision expected = expected();
            divergence = Divergence.ofThread(index, decisions.size(), expected, options, shifts);
            if (divergence == null && expected != null) {
                chosen = Divergence.find(expected.thread(), options);
                shifts.learn(
                        expected, OperationText.site(options.operation(chosen).site()));
                fates.apply(index);
                return chosen;
            }
            met.putAll(Divergence.pending(options));
        }
        if (!tolerant) {
            return ABANDON;
        }
        chosen = approach().choose(options);
        return chosen;
    }

    /** Cannot abandon: after a difference it answers the nearest value, and the next choice of a thread abandons. */
    @Override
    public int chooseValue(int bound, Options options) {
        if (divergence == null) {
            int index = fates.firstOpen();
            Decision expected = expected();
            divergence = Divergence.ofValue(index, decisions.size(), expected, bound);
            if (divergence == null && expected != null) {
                fates.apply(index);
                return expected.value();
            }
        }
        return approach().value(paths.get(last), bound);
    }

    @Override
    public void executed(Operation operation) {
        fates.executed(operation);
        last = operation.thread();
        String path = paths.get(last);
        if (approach != null && chosen != last && path != null) {
            approach.forced(path, operation);
        }
        chosen = Options.NONE;
    }

    @Override
    public void endExecution(int steps) {
        ended = true;
        Decision expected = expected();
        if (divergence == null && expected != null) {
            divergence = Divergence.ofEnd(fates.firstOpen(), decisions.size(), expected);
        }
    }

    @Override
    public boolean exhausted() {
        return ended;
    }

    /** As fair as the recorded execution, where its failure depends on that. */
    @Override
    public boolean followsDaemons(int steps) {
        return followsDaemons && steps < STEPS_AFTER_END;
    }

    @Override
    public boolean isFair() {
        return fair;
    }

    private @Nullable Decision expected() {
        int index = fates.firstOpen();
        return index < decisions.size() ? decisions.get(index) : null;
    }

    private Approach approach() {
        Approach current = approach;
        if (current == null) {
            current = new Approach(decisions, fates, shifts, places);
            approach = current;
        }
        return current;
    }

    private void notePaths(Options options) {
        for (int i = 0; i < options.size(); i++) {
            int thread = options.thread(i);
            if (!paths.containsKey(thread)) {
                paths.put(thread, options.path(thread));
                fates.met(options.path(thread));
            }
        }
    }
}
