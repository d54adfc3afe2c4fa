package dev.jcoyote;

import dev.jcoyote.report.BugReport;
import dev.jcoyote.scheduler.Ending;
import dev.jcoyote.scheduler.Outcome;
import dev.jcoyote.scheduler.ThreadSnapshot;
import dev.jcoyote.strategy.ReplayStrategy;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares an execution with a second run that made the same choices. */
final class RepeatedRun {
    private static final int MOST_FRAMES = 6;

    private RepeatedRun() {}

    /** Where the second run first differed, in words; null if it did not. */
    static @Nullable String difference(
            Outcome first, Steps firstSteps, Outcome second, Steps secondSteps, ReplayStrategy replay) {
        String divergence = replay.divergence();
        if (divergence != null) {
            Steps.Difference step = firstSteps.from(secondSteps, replay.met());
            return step == null ? divergence : step.text() + stack(second, step.thread());
        }
        if (first.ending() != second.ending() || !Objects.equals(kind(first.error()), kind(second.error()))) {
            return "the first time it ended with " + ending(first) + ", and then with " + ending(second);
        }
        return null;
    }

    private static String ending(Outcome outcome) {
        return outcome.ending() == Ending.COMPLETED ? "no bug" : BugReport.summary(outcome);
    }

    private static @Nullable String kind(@Nullable Throwable error) {
        return error == null ? null : error.getClass().getName();
    }

    /** Where that thread stands in the second run. */
    private static String stack(Outcome outcome, String path) {
        for (ThreadSnapshot thread : outcome.threads()) {
            if (thread.path().equals(path)) {
                return frames(thread);
            }
        }
        return "";
    }

    private static String frames(ThreadSnapshot thread) {
        List<StackTraceElement> stack = thread.stack();
        if (stack.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("; ").append(thread.label()).append(" stands at ");
        for (int i = 0; i < Math.min(MOST_FRAMES, stack.size()); i++) {
            text.append(i == 0 ? "" : ", called by ").append(stack.get(i));
        }
        return text.toString();
    }
}
