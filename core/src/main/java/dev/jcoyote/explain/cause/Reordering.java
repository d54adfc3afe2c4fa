package dev.jcoyote.explain.cause;

import dev.jcoyote.analysis.Footprints;
import dev.jcoyote.analysis.Races;
import dev.jcoyote.scheduler.ControlledThread;
import dev.jcoyote.scheduler.EventLog;
import dev.jcoyote.scheduler.ThreadRegistry;
import dev.jcoyote.strategy.Plan;
import dev.jcoyote.strategy.Segment;
import java.util.ArrayList;
import java.util.List;

/**
 * The plan of an execution in which a step comes before an earlier one of another thread: first the steps that do not need the
 * earlier one, up to the later one, then the earlier one, then the others in their order.
 */
final class Reordering {
    private final Plan plan;
    private final Footprints log;
    private final Races order;

    /** By thread: its path. */
    private final List<String> paths = new ArrayList<>();

    /** By step: how many operations its thread has executed with it. */
    private final int[] locals;

    Reordering(Plan plan, Footprints log, Races order, ThreadRegistry threads) {
        this.plan = plan;
        this.log = log;
        this.order = order;
        for (int thread = 0; thread < threads.size(); thread++) {
            paths.add(threads.get(thread).path());
        }
        locals = new int[log.steps()];
        int[] counts = new int[log.threadCount()];
        // Step 0 is no operation.
        for (int step = 1; step < locals.length; step++) {
            locals[step] = ++counts[log.thread(step)];
        }
    }

    /** Whether there is such an order: nothing that the later step's thread does before needs the earlier step. */
    boolean isPossible(int before, int after) {
        int thread = log.thread(after);
        for (int step = after - 1; step > before; step--) {
            if (step < log.executed() && log.thread(step) == thread) {
                return !order.isBefore(before, step);
            }
        }
        return true;
    }

    /** The plan with the two steps turned round; the later one's thread needs so many more operations until then. */
    Plan turnRound(Flip flip, int more) {
        List<Segment> segments = new ArrayList<>();
        int before = flip.before();
        int after = flip.after();
        int end = Math.min(after, log.executed());
        for (int step = 1; step < before; step++) {
            add(segments, step, 0);
        }
        for (int step = before + 1; step < end; step++) {
            if (comesFirst(step, flip)) {
                add(segments, step, 0);
            }
        }
        add(segments, after, more);
        add(segments, before, 0);
        for (int step = before + 1; step < end; step++) {
            if (!comesFirst(step, flip)) {
                add(segments, step, log.thread(step) == log.thread(after) ? more : 0);
            }
        }
        for (int step = after + 1; step < log.executed(); step++) {
            add(segments, step, log.thread(step) == log.thread(after) ? more : 0);
        }
        return plan.with(segments);
    }

    private boolean comesFirst(int step, Flip flip) {
        return flip.isForced() ? log.thread(step) == log.thread(flip.after()) : !order.isBefore(flip.before(), step);
    }

    private void add(List<Segment> segments, int step, int more) {
        Segment segment = new Segment(paths.get(log.thread(step)), locals[step] + more);
        int last = segments.size() - 1;
        if (last >= 0 && segments.get(last).thread().equals(segment.thread())) {
            segments.set(last, segment);
        } else {
            segments.add(segment);
        }
    }

    /**
     * How many more operations the step's thread has executed with it in the execution of that log, since it came another way
     * to the same code, or fewer if negative; 0 if it did not come there.
     */
    int delay(int step, EventLog events, ThreadRegistry threads) {
        int rounds = 0;
        for (int each = 1; each <= step && step < log.executed(); each++) {
            rounds += log.thread(each) == log.thread(step) && log.site(each) == log.site(step) ? 1 : 0;
        }
        ControlledThread thread = threads.find(paths.get(log.thread(step)));
        int local = 0;
        for (int event = 0; thread != null && event < events.size() && rounds > 0; event++) {
            if (events.thread(event) == thread.id()) {
                local++;
                rounds -= events.site(event) == log.site(step) ? 1 : 0;
            }
        }
        return rounds > 0 || step >= log.executed() ? 0 : local - locals[step];
    }

    /** Whether the execution of that log has the later step before the earlier one, with that delay of the later one. */
    boolean isTurned(int before, int after, int more, EventLog events, ThreadRegistry threads) {
        int later = position(after, more, events, threads);
        int earlier = position(before, 0, events, threads);
        return later >= 0
                && (earlier < 0 || later < earlier)
                && (after >= log.executed() || events.site(later) == log.site(after));
    }

    /** The position of that step's operation in the log of another execution; -1 if it is not there. */
    int position(int step, int more, EventLog events, ThreadRegistry threads) {
        ControlledThread thread = threads.find(paths.get(log.thread(step)));
        int left = locals[step] + more;
        for (int event = 0; thread != null && event < events.size(); event++) {
            if (events.thread(event) == thread.id() && --left == 0) {
                return event;
            }
        }
        return -1;
    }
}
