package dev.jcoyote.explain;

import dev.jcoyote.scheduler.Outcome;
import dev.jcoyote.scheduler.ThreadSnapshot;
import dev.jcoyote.scheduler.Violation;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What two executions that fail in the same way have in common, whatever the order of their steps: how they end, the exception
 * and where it was thrown, or where the threads stand that can never go on.
 */
public final class FailureKey {
    private static final int FRAMES = 5;

    private FailureKey() {}

    /** The key of how that execution ended; null if it has not failed. */
    public static @Nullable String of(Outcome outcome) {
        String ending = outcome.ending().name();
        return switch (outcome.ending()) {
            case EXCEPTION -> ending + thrown(outcome.error());
            case DEADLOCK, TIMEOUT -> ending + stuck(outcome);
            case INVARIANT, LIVENESS -> ending + violation(outcome.violation());
            case LIVELOCK, MAX_STEPS -> ending;
            case EXIT -> outcome.exitStatus() == 0 ? null : ending + outcome.exitStatus();
            case COMPLETED, SKIPPED, ABANDONED, UNFIT, INTERNAL_ERROR -> null;
        };
    }

    private static String thrown(@Nullable Throwable error) {
        StringBuilder key = new StringBuilder();
        if (error != null) {
            key.append('|').append(error.getClass().getName());
            StackTraceElement[] stack = error.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, stack.length); i++) {
                key.append('|').append(stack[i]);
            }
        }
        return key.toString();
    }

    /** Each place once, in a fixed order: which of several equal threads stands where does not matter. */
    private static String stuck(Outcome outcome) {
        TreeSet<String> places = new TreeSet<>();
        for (ThreadSnapshot thread : outcome.threads()) {
            if (thread.stuck()) {
                places.add(
                        thread.stack().isEmpty()
                                ? thread.path()
                                : thread.stack().get(0).toString());
            }
        }
        return "|" + String.join("|", places);
    }

    /** Its words, without the numbers that may be other ones in another order. */
    private static String violation(@Nullable Violation violation) {
        return violation == null ? "" : "|" + violation.text().replaceAll("\\d+", "");
    }
}
