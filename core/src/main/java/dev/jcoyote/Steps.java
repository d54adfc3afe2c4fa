package dev.jcoyote;

import dev.jcoyote.schedule.OperationText;
import dev.jcoyote.scheduler.EventLog;
import dev.jcoyote.scheduler.ThreadRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the threads of an execution did one after the other, to compare it with another one. */
final class Steps {
    /** A longer execution is compared as far as this. */
    private static final int MOST = 20_000;

    /** A difference between two executions: the thread that did something else, and what is to be said of it. */
    record Difference(String thread, String text) {}

    private final List<String> threads = new ArrayList<>();
    private final List<String> operations = new ArrayList<>();

    /** Copies those of the execution that is over. */
    Steps(EventLog events, ThreadRegistry registry) {
        for (int i = 0; i < Math.min(MOST, events.size()); i++) {
            threads.add(registry.get(events.thread(i)).path());
            operations.add(OperationText.at(events.kind(i), events.site(i)));
        }
    }

    /**
     * The first step of a thread that another execution took otherwise; null if all of its steps are the same.
     *
     * @param pending what the threads of the other execution came to and did not do, by thread
     */
    @Nullable
    Difference from(Steps other, Map<String, String> pending) {
        Map<String, List<String>> expected = new HashMap<>();
        for (int i = 0; i < threads.size(); i++) {
            expected.computeIfAbsent(threads.get(i), unused -> new ArrayList<>())
                    .add(operations.get(i));
        }
        Map<String, Integer> done = new HashMap<>();
        for (int i = 0; i < other.threads.size(); i++) {
            String thread = other.threads.get(i);
            int position = done.merge(thread, 1, Integer::sum) - 1;
            Difference difference = compare(thread, expected.get(thread), position, other.operations.get(i));
            if (difference != null) {
                return difference;
            }
        }
        for (Map.Entry<String, String> entry : pending.entrySet()) {
            String thread = entry.getKey();
            int position = done.getOrDefault(thread, 0);
            Difference difference = compare(thread, expected.get(thread), position, entry.getValue());
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    private @Nullable Difference compare(
            String thread, @Nullable List<String> expected, int position, String operation) {
        if (threads.size() == MOST || (expected != null && position < expected.size())) {
            String known = expected == null || position >= expected.size() ? operation : expected.get(position);
            return known.equals(operation)
                    ? null
                    : new Difference(
                            thread,
                            "step " + (position + 1) + " of " + thread + " was " + known + " the first time, and then "
                                    + operation);
        }
        return new Difference(
                thread, "step " + (position + 1) + " of " + thread + " was none the first time, and then " + operation);
    }
}
