package dev.jcoyote.explain.cause;

import dev.jcoyote.analysis.BothObservers;
import dev.jcoyote.analysis.DataLog;
import dev.jcoyote.analysis.Observer;
import dev.jcoyote.explain.Trials;
import dev.jcoyote.scheduler.Ending;
import dev.jcoyote.scheduler.Outcome;
import dev.jcoyote.scheduler.ThreadRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What becomes of the check that fails in the executions that pass. */
final class Checks {
    private final List<FailedCheck> candidates;
    private final Map<Flip, List<Reach>> reached = new HashMap<>();
    private List<CheckWatch> watches = List.of();

    private Checks(List<FailedCheck> candidates) {
        this.candidates = candidates;
    }

    /** The checks that may be the one that fails in the last execution, of which that data is known. */
    static Checks of(Trials trials, DataLog data) {
        ThreadRegistry threads = trials.runner().threads();
        Outcome outcome = trials.outcome();
        for (int thread = 0; thread < threads.size() && outcome.ending() == Ending.EXCEPTION; thread++) {
            if (threads.get(thread).label().equals(outcome.thread())) {
                return new Checks(
                        FailedCheck.of(data, thread, threads.get(thread).path(), outcome.error()));
            }
        }
        return new Checks(List.of(FailedCheck.NONE));
    }

    /** Listens to the next execution. */
    Observer watch() {
        watches = candidates.stream().map(CheckWatch::new).toList();
        Observer all = Observer.NONE;
        for (CheckWatch watch : watches) {
            all = BothObservers.of(all, watch);
        }
        return all;
    }

    /** That execution has passed, which had those threads. */
    void passed(Flip flip, ThreadRegistry threads) {
        List<Reach> reaches = new ArrayList<>();
        watches.forEach(watch -> reaches.add(watch.reach(threads)));
        reached.put(flip, reaches);
    }

    /** Which of them it is: that no execution that passes comes to the last one is no wonder if it is for the message only. */
    private int chosen() {
        return isPassed(0) ? 0 : candidates.size() - 1;
    }

    private boolean isPassed(int candidate) {
        return reached.values().stream().anyMatch(reaches -> reaches.get(candidate) != Reach.NEVER);
    }

    /** The check. */
    FailedCheck check() {
        return candidates.get(chosen());
    }

    /** Whether an execution that passes comes to it. */
    boolean isPassed() {
        return isPassed(chosen());
    }

    /** Whether the execution of the flip, which passes, comes to it. */
    Reach reach(Flip flip) {
        List<Reach> reaches = reached.get(flip);
        return reaches == null ? Reach.AGAIN : reaches.get(chosen());
    }
}
