package dev.jcoyote.strategy;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.schedule.Decision;
import dev.jcoyote.schedule.OperationText;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The comparison of a recorded decision with what a replay meets, and the difference in plain words. */
final class Divergence {
    private static final int MOST_LISTED = 8;

    private Divergence() {}

    /**
     * Compares a recorded decision with a choice of thread.
     *
     * @param index the index of the decision among all {@code count}
     * @param expected the decision; null after the last one
     * @return the difference; null if there is none
     */
    static @Nullable String ofThread(
            int index, int count, @Nullable Decision expected, Options options, LineShifts shifts) {
        if (expected == null) {
            return afterLast(count) + "there is a choice of the thread that goes next; " + enabled(options);
        }
        String begin = expected(index, count, expected);
        if (!expected.kind().isThread()) {
            return begin + "there is a choice of the thread that goes next; " + enabled(options);
        }
        int thread = find(expected.thread(), options);
        if (thread == Options.NONE) {
            return begin + expected.thread() + " is not enabled; " + enabled(options);
        }
        if (!isAt(expected, options.operation(thread), shifts)) {
            return begin + expected.thread() + " is at " + describe(options.operation(thread));
        }
        if (expected.enabledHash() != Decision.shortHash(options.hash())) {
            return begin + "the enabled threads or their operations are others than recorded; " + enabled(options);
        }
        return null;
    }

    /** Compares a recorded decision with a choice of a value, like {@link #ofThread}. */
    static @Nullable String ofValue(int index, int count, @Nullable Decision expected, int bound) {
        boolean isNotify = expected == null || expected.kind() == Decision.Kind.NOTIFY;
        String met = "there is a choice of one of " + bound + (isNotify ? " waiters to notify" : " values");
        if (expected == null) {
            return afterLast(count) + met;
        }
        boolean same = !expected.kind().isThread()
                && expected.bound() == bound
                && expected.value() >= 0
                && expected.value() < bound;
        return same ? null : expected(index, count, expected) + met;
    }

    /** What to say of an execution that ended before a recorded decision. */
    static String ofEnd(int index, int count, Decision expected) {
        return expected(index, count, expected) + "the execution ended before";
    }

    /** The number of the enabled thread with the path, or {@link Options#NONE}. */
    static int find(String path, Options options) {
        for (int i = 0; i < options.size(); i++) {
            if (options.path(options.thread(i)).equals(path)) {
                return options.thread(i);
            }
        }
        return Options.NONE;
    }

    /** What the enabled threads are about to do, by their paths. */
    static Map<String, String> pending(Options options) {
        Map<String, String> pending = new HashMap<>();
        for (int i = 0; i < options.size(); i++) {
            int thread = options.thread(i);
            Operation operation = options.operation(thread);
            pending.put(options.path(thread), OperationText.at(operation.kind(), operation.site()));
        }
        return pending;
    }

    /** Whether the operation is the decision's, in the same method, and on the line where that is now. */
    static boolean isAt(Decision decision, Operation operation, LineShifts shifts) {
        return isOperation(decision, operation) && shifts.allow(decision, OperationText.site(operation.site()));
    }

    /** Whether the operation is the decision's, wherever. The end of a wait is told as such, but the thread is at the wait. */
    static boolean isOperation(Decision decision, Operation operation) {
        String now = decision.kind() == Decision.Kind.TIMEOUT
                ? OperationText.of(OperationKind.TIMEOUT, operation.site())
                : OperationText.of(operation);
        return Sites.withoutNumbers(decision.operation()).equals(Sites.withoutNumbers(now));
    }

    private static String expected(int index, int count, Decision decision) {
        String value = switch (decision.kind()) {
            case THREAD, TIMEOUT -> "";
            case NOTIFY -> ", which wakes waiter " + (decision.value() + 1L) + " of " + decision.bound();
            case WAKEUP -> ", which wakes up without a reason or waits";
            case VALUE -> ", which chooses value " + (decision.value() + 1L) + " of " + decision.bound();
        };
        return "decision " + (index + 1) + " of " + count + ": expected " + decision.thread() + " "
                + describe(decision.operation(), decision.site()) + value + ", but ";
    }

    private static String afterLast(int count) {
        return "after the last of " + count + " decisions: expected that no choice is left, but ";
    }

    private static String enabled(Options options) {
        StringBuilder list = new StringBuilder("enabled are: ");
        for (int i = 0; i < Math.min(options.size(), MOST_LISTED); i++) {
            int thread = options.thread(i);
            list.append(i == 0 ? "" : ", ").append(options.path(thread)).append(' ');
            list.append(describe(options.operation(thread)));
        }
        if (options.size() > MOST_LISTED) {
            list.append(" and ").append(options.size() - MOST_LISTED).append(" more");
        }
        return list.toString();
    }

    private static String describe(Operation operation) {
        return describe(OperationText.of(operation), OperationText.site(operation.site()));
    }

    private static String describe(String operation, String site) {
        return site.equals(OperationText.UNKNOWN_SITE) ? operation : operation + " at " + site;
    }
}
