package dev.jcoyote.explain.minimize;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.scheduler.DecisionLog;
import dev.jcoyote.scheduler.EventLog;
import dev.jcoyote.scheduler.ThreadRegistry;
import dev.jcoyote.strategy.Plan;
import dev.jcoyote.strategy.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads from an execution's logs the plan that repeats it. */
final class PlanOfExecution {
    private final EventLog events;
    private final ThreadRegistry threads;
    private final int[] executed;
    private final List<Segment> segments = new ArrayList<>();

    private PlanOfExecution(EventLog events, ThreadRegistry threads) {
        this.events = events;
        this.threads = threads;
        this.executed = new int[threads.size()];
    }

    static Plan of(EventLog events, ThreadRegistry threads, DecisionLog decisions) {
        return new Plan(new PlanOfExecution(events, threads).segments(), values(events, threads, decisions));
    }

    private List<Segment> segments() {
        int size = events.size();
        for (int event = 0; event < size; event++) {
            int thread = events.thread(event);
            executed[thread]++;
            boolean isExpiry = events.kind(event) == OperationKind.TIMEOUT;
            boolean isLast = event + 1 == size || events.thread(event + 1) != thread;
            if (isLast || isExpiry) {
                boolean isCut = isExpiry || (event + 1 < size && events.leaves(event + 1));
                segments.add(new Segment(threads.get(thread).path(), isCut ? executed[thread] : Segment.BLOCKED));
            }
        }
        return segments;
    }

    private static Map<String, List<Integer>> values(EventLog events, ThreadRegistry threads, DecisionLog decisions) {
        Map<String, List<Integer>> values = new TreeMap<>();
        decisions.forEachValue((event, value) -> values.computeIfAbsent(
                        threads.get(events.thread(event)).path(), any -> new ArrayList<>())
                .add(value));
        return values;
    }
}
