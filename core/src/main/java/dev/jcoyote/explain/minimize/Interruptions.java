package dev.jcoyote.explain.minimize;

import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.scheduler.EventLog;
import dev.jcoyote.scheduler.ThreadRegistry;
import dev.jcoyote.strategy.Hints;
import dev.jcoyote.strategy.Plan;
import dev.jcoyote.strategy.Segment;
import java.util.ArrayList;
import java.util.List;

/** The plans that are like an execution up to some operation, and have another thread go on there. */
final class Interruptions {
    private Interruptions() {}

    /** Whether there is no end of executions with few preemptions: a thread spins, and may be left each time it does. */
    static boolean areEndless(EventLog events) {
        for (int event = 0; event < events.size(); event++) {
            if (Hints.isHint(events.kind(event))) {
                return true;
            }
        }
        return false;
    }

    /** Those of the last execution of that runner, the earlier ones first. */
    static List<Plan> of(ExecutionRunner runner) {
        EventLog events = runner.events();
        ThreadRegistry threads = runner.threads();
        int[] executed = new int[threads.size()];
        List<Segment> before = new ArrayList<>();
        List<Plan> plans = new ArrayList<>();
        for (int event = 0; event + 1 < events.size(); event++) {
            int thread = events.thread(event);
            String path = threads.get(thread).path();
            executed[thread]++;
            if (events.thread(event + 1) != thread) {
                before.add(new Segment(path, events.leaves(event + 1) ? executed[thread] : Segment.BLOCKED));
                continue;
            }
            for (int other = 0; other < threads.size(); other++) {
                if (other != thread) {
                    List<Segment> segments = new ArrayList<>(before);
                    segments.add(new Segment(path, executed[thread]));
                    segments.add(new Segment(threads.get(other).path(), Segment.BLOCKED));
                    plans.add(Plan.NONE.with(segments));
                }
            }
        }
        return plans;
    }
}
