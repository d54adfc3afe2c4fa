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

    /** The plan with the two steps turned round. */
    Plan turnRound(Flip flip) {
        List<Segment> segments = new ArrayList<>();
        int before = flip.before();
        int after = flip.after();
        int end = Math.min(after, log.executed());
        for (int step = 1; step < before; step++) {
            add(segments, step);
        }
        for (int step = before + 1; step < end; step++) {
            if (comesFirst(step, flip)) {
                add(segments, step);
            }
        }
        add(segments, after);
        add(segments, before);
        for (int step = before + 1; step < end; step++) {
            if (!comesFirst(step, flip)) {
                add(segments, step);
            }
        }
        for (int step = after + 1; step < log.executed(); step++) {
            add(segments, step);
        }
        return plan.with(segments);
    }

    private boolean comesFirst(int step, Flip flip) {
        return flip.isForced() ? log.thread(step) == log.thread(flip.after()) : !order.isBefore(flip.before(), step);
    }

    private void add(List<Segment> segments, int step) {
        Segment segment = new Segment(paths.get(log.thread(step)), locals[step]);
        int last = segments.size() - 1;
        if (last >= 0 && segments.get(last).thread().equals(segment.thread())) {
            segments.set(last, segment);
        } else {
            segments.add(segment);
        }
    }

    /** Whether the execution of that log has the later step before the earlier one. */
    boolean isTurned(int before, int after, EventLog events, ThreadRegistry threads) {
        int later = position(after, events, threads);
        int earlier = position(before, events, threads);
        return later >= 0
                && (earlier < 0 || later < earlier)
                && (after >= log.executed() || events.site(later) == log.site(after));
    }

    /** The position of that step's operation in the log of another execution; -1 if it is not there. */
    int position(int step, EventLog events, ThreadRegistry threads) {
        ControlledThread thread = threads.find(paths.get(log.thread(step)));
        int left = locals[step];
        for (int event = 0; thread != null && event < events.size(); event++) {
            if (events.thread(event) == thread.id() && --left == 0) {
                return event;
            }
        }
        return -1;
    }
}
