package dev.jcoyote.explain.cause;

import dev.jcoyote.analysis.DataLog;
import dev.jcoyote.analysis.Footprints;
import dev.jcoyote.analysis.Races;
import dev.jcoyote.analysis.Section;
import dev.jcoyote.analysis.Touch;
import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.explain.Trials;
import dev.jcoyote.scheduler.Ending;
import dev.jcoyote.scheduler.EventLog;
import dev.jcoyote.strategy.Plan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Turns round the pairs of steps that may matter to each other, one after the other, and sees which executions pass. */
final class Flips {
    private static final int MOST = 200;

    /** So many are run, of which some turn out to be impossible. */
    private static final int MOST_RUNS = 400;

    /** So many steps may be executed in all of them. */
    private static final int MOST_STEPS = 4_000_000;

    private static final int MOST_FORCED = 50;

    /** So many places are compared of those that a step touches. */
    private static final int MOST_TOUCHES = 20_000;

    private final Footprints log;
    private final DataLog data;
    private final Races order;
    private final Reordering reordering;
    private final Checks checks;
    private final List<Integer> switches = new ArrayList<>();
    private final List<Flip> passing = new ArrayList<>();
    private final Map<Flip, List<Touch>> seen = new HashMap<>();
    private int tried;
    private int runs;
    private int failing;
    private int otherwise;

    Flips(Plan plan, Footprints log, DataLog data, Races order, ExecutionRunner runner, Checks checks) {
        this.log = log;
        this.data = data;
        this.order = order;
        this.checks = checks;
        this.reordering = new Reordering(plan, log, order, runner.threads());
        addSwitches(runner.events());
    }

    /**
     * The steps that begin with a preemption, and those with which who was interrupted goes on; if there are none, those of other
     * threads than the step before.
     */
    private void addSwitches(EventLog events) {
        for (int event = 0; event < events.size(); event++) {
            if (events.isPreemption(event)) {
                switches.add(event + 1);
                int next = event;
                while (next < events.size() && events.thread(next) != events.thread(event - 1)) {
                    next++;
                }
                switches.add(next + 1);
            }
        }
        boolean isInterrupted = !switches.isEmpty();
        for (int event = 1; event < events.size() && !isInterrupted; event++) {
            if (events.thread(event) != events.thread(event - 1)) {
                switches.add(event + 1);
            }
        }
    }

    /** Tries them. */
    void run(Trials trials, String failure) {
        Set<Flip> pairs = new LinkedHashSet<>();
        order.find(1, (before, after, isUncertain) -> pairs.add(new Flip(before, after)));
        addLocks(pairs);
        addData(pairs);
        // Who comes to a lock before it is left waits for that: it is the acquisition that has an order.
        pairs.removeIf(flip -> flip.before() < 1 || data.leavesLock(flip.before()));
        List<Flip> nearest = new ArrayList<>(pairs);
        nearest.sort(Comparator.comparingInt(this::distance)
                .thenComparingInt(Flip::before)
                .thenComparingInt(Flip::after));
        for (Flip flip : nearest) {
            if (reordering.isPossible(flip.before(), flip.after())) {
                attempt(flip, trials, failure);
            }
        }
        force(nearest, this::isOtherSide, trials, failure);
        if (!passing.isEmpty() && !checks.isPassed()) {
            force(nearest, flip -> true, trials, failure);
        }
    }

    /** Tries those that are not possible without more that is turned round. */
    private void force(List<Flip> nearest, Predicate<Flip> wanted, Trials trials, String failure) {
        int left = MOST_FORCED;
        for (Flip flip : nearest) {
            if (left > 0 && !reordering.isPossible(flip.before(), flip.after()) && wanted.test(flip)) {
                left--;
                attempt(new Flip(flip.before(), flip.after(), true), trials, failure);
            }
        }
    }

    /** Whether the flip would say that what passes with one order passes with the opposite one, too. */
    private boolean isOtherSide(Flip flip) {
        return passing.stream()
                .anyMatch(each -> threadOf(each.before()) == threadOf(flip.after())
                        && threadOf(each.after()) == threadOf(flip.before())
                        && (flip.before() < each.before() || flip.after() > each.after()));
    }

    private void attempt(Flip flip, Trials trials, String failure) {
        if (isOver()) {
            return;
        }
        int more = 0;
        String shown = run(flip, more, trials);
        if (!isTurned(flip, more, trials)) {
            ExecutionRunner runner = trials.runner();
            more = reordering.delay(flip.after(), runner.events(), runner.threads());
            if (more == 0) {
                return;
            }
            shown = run(flip, more, trials);
            if (!isTurned(flip, more, trials)) {
                return;
            }
        }
        tried++;
        Ending ending = trials.outcome().ending();
        if (shown == null && (ending == Ending.COMPLETED || ending == Ending.EXIT)) {
            passing.add(flip);
            checks.passed(flip, trials.runner().threads());
            if (isPending(flip)) {
                see(flip, trials);
            }
        } else if (failure.equals(shown)) {
            failing++;
        } else if (shown != null) {
            otherwise++;
        }
    }

    private @Nullable String run(Flip flip, int more, Trials trials) {
        runs++;
        return trials.run(reordering.turnRound(flip, more), checks.watch());
    }

    private boolean isTurned(Flip flip, int more, Trials trials) {
        ExecutionRunner runner = trials.runner();
        return reordering.isTurned(flip.before(), flip.after(), more, runner.events(), runner.threads());
    }

    private boolean isOver() {
        return tried >= MOST || runs >= Math.min(MOST_RUNS, MOST_STEPS / log.steps());
    }

    /** Whether the execution that fails ends before the later step. */
    boolean isPending(Flip flip) {
        return flip.after() >= log.executed();
    }

    /** Looks at what the later step does, which only this execution has executed. */
    private void see(Flip flip, Trials trials) {
        DataLog again = new DataLog();
        trials.run(reordering.turnRound(flip, 0), again);
        ExecutionRunner runner = trials.runner();
        int step = reordering.position(flip.after(), 0, runner.events(), runner.threads()) + 1;
        seen.put(flip, again.touches(step, runner.events().kind(step - 1) == OperationKind.MONITOR_ENTER));
    }

    /** What the later step of the flip does, if it is only pending in the execution that fails; else nothing. */
    List<Touch> seen(Flip flip) {
        return seen.getOrDefault(flip, List.of());
    }

    /** What became of the check that fails in those that passed. */
    Checks checks() {
        return checks;
    }

    /** Those that passed, nearest to preemptions first. */
    List<Flip> passing() {
        return passing;
    }

    /** How many were tried. */
    int tried() {
        return tried;
    }

    /** How many fail in the same way. */
    int failing() {
        return failing;
    }

    /** How many fail in another way. */
    int otherwise() {
        return otherwise;
    }

    /** The acquisitions of locks, also those with others in between: what the release of one orders is its acquisition. */
    private void addLocks(Set<Flip> pairs) {
        List<Section> sections = data.sections();
        for (int i = 0; i < sections.size(); i++) {
            Section later = sections.get(i);
            for (int j = i - 1; j >= Math.max(0, i - MOST); j--) {
                Section earlier = sections.get(j);
                if (earlier.lock() == later.lock() && earlier.thread() != later.thread()) {
                    pairs.add(new Flip(earlier.from(), later.from()));
                }
            }
        }
    }

    /** Accesses of one place, also those with others in between and plain ones that are no steps of their own. */
    private void addData(Set<Flip> pairs) {
        List<Touch> touches = data.touches();
        for (int i = 0; i < Math.min(touches.size(), MOST_TOUCHES); i++) {
            Touch later = touches.get(i);
            for (int j = i - 1; j >= Math.max(0, i - MOST); j--) {
                Touch earlier = touches.get(j);
                if (earlier.conflictsWith(later)) {
                    pairs.add(new Flip(earlier.step(), later.step()));
                }
            }
        }
    }

    /** What these orders show, told in that text. */
    Cause cause(Cause.Kind kind, List<Cause.Place> places, CharSequence text) {
        return new Cause(
                kind,
                places,
                Words.wrapLines(text.toString()),
                tried(),
                passing().size());
    }

    /** How far the two are from where one thread was interrupted for another. */
    int distance(Flip flip) {
        int best = Integer.MAX_VALUE;
        for (int place : switches) {
            best = Math.min(best, Math.abs(place - 1 - flip.before()) + Math.abs(flip.after() - place));
        }
        return best;
    }

    int threadOf(int step) {
        return log.thread(step);
    }
}
