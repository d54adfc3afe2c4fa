package dev.jcoyote.report;

import dev.jcoyote.explain.DeadlockText;
import dev.jcoyote.explain.ErrorText;
import dev.jcoyote.explain.StackText;
import dev.jcoyote.scheduler.Ending;
import dev.jcoyote.scheduler.Outcome;
import dev.jcoyote.scheduler.ThreadSnapshot;
import dev.jcoyote.scheduler.Violation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The text of one buggy execution: what is wrong, the stacks, and the interleaving. */
public final class BugReport {
    private static final String THREADS = "Threads at that moment";
    private static final String AS_FOUND = "The execution as it was found";

    private BugReport() {}

    /** What is wrong, in one line. */
    public static String summary(Outcome outcome) {
        return switch (outcome.ending()) {
            case EXCEPTION -> ErrorText.summary(error(outcome)) + inThread(outcome.thread());
            case DEADLOCK -> DeadlockText.summary(outcome.threads());
            case MAX_STEPS -> "the execution did not end within " + outcome.steps() + " scheduling points";
            case EXIT ->
                "the test ended the JVM, as by System.exit(" + outcome.exitStatus() + ")" + inThread(outcome.thread());
            case TIMEOUT -> "no progress" + inThread(outcome.thread());
            case INVARIANT, LIVENESS, LIVELOCK -> violation(outcome).text();
            case COMPLETED, SKIPPED, ABANDONED, UNFIT, INTERNAL_ERROR ->
                outcome.ending().toString();
        };
    }

    /** All there is to say. */
    public static String text(
            String test, int execution, long seed, String kind, Outcome outcome, String hang, String interleaving) {
        StringBuilder text = head(test, execution, seed, kind + ": " + summary(outcome), outcome);
        if (outcome.ending() == Ending.EXCEPTION) {
            text.append(heading("Error" + inThread(outcome.thread())));
            text.append(ErrorText.details(error(outcome))).append('\n');
        }
        if (!hang.isEmpty()) {
            text.append(heading(hangHeading(outcome.ending()))).append(hang).append(hang.endsWith("\n\n") ? "" : "\n");
        }
        if (!outcome.threads().isEmpty()) {
            text.append(heading(THREADS));
            text.append(StackText.of(outcome.threads()));
        }
        return text.append(told(interleaving)).toString();
    }

    /** All there is to say of an execution that is called a bug for its data races. */
    public static String ofRaces(
            String test, int execution, long seed, String bug, String races, Outcome outcome, String interleaving) {
        StringBuilder text = head(test, execution, seed, bug, outcome);
        text.append(heading("Data races")).append(races).append('\n');
        return text.append(told(interleaving)).toString();
    }

    /** The heading of what is told of an execution that ended in that way without getting on. */
    static String hangHeading(Ending ending) {
        return switch (ending) {
            case DEADLOCK -> "Why nothing goes on";
            case TIMEOUT -> "Where it makes no progress";
            default -> "What the threads do over and over";
        };
    }

    private static StringBuilder head(String test, int execution, long seed, String bug, Outcome outcome) {
        StringBuilder text = new StringBuilder();
        text.append("Test:       ").append(test).append('\n');
        text.append("Bug:        ").append(bug).append('\n');
        text.append("Execution:  ").append(execution).append(" of seed ").append(seed);
        text.append(", ").append(outcome.steps()).append(" scheduling points, ");
        return text.append(outcome.switches()).append(" switches\n\n");
    }

    private static String told(String interleaving) {
        return heading("Interleaving (> another thread goes on)")
                + (interleaving.isEmpty() ? "There was no scheduling point.\n" : interleaving);
    }

    /** The report with an explanation, before all else but the head. */
    public static String explained(String report, String explanation) {
        int head = report.indexOf("\n\n") + 2;
        return report.substring(0, head)
                + explanation
                + AS_FOUND + "\n"
                + "=".repeat(AS_FOUND.length()) + "\n\n"
                + withoutHang(report.substring(head), explanation);
    }

    /** Why it did not get on is told of the simplest execution alone, if it is told of that. */
    private static String withoutHang(String report, String explanation) {
        int threads = report.indexOf(heading(THREADS));
        String first = report.substring(0, report.indexOf('\n') + 1);
        boolean isTwice =
                threads > 0 && !first.startsWith("Error") && ("\n" + explanation).contains("\n" + first + "---");
        return isTwice ? report.substring(threads) : report;
    }

    /** What makes it doubtful that a replay shows the bug again, as the end of its text. */
    public static String doubts(List<String> lines) {
        if (lines.isEmpty()) {
            return "";
        }
        return "\n" + heading("Not deterministic") + String.join("\n", lines) + "\n";
    }

    /** The threads that an execution without a bug left blocked, each in a few words. */
    public static String leftOver(ThreadSnapshot thread) {
        return thread.label() + " " + thread.state();
    }

    /** A heading, underlined. */
    static String heading(String words) {
        return words + "\n" + "-".repeat(words.length()) + "\n";
    }

    private static String inThread(@Nullable String label) {
        return label == null ? "" : " (in " + label + ")";
    }

    private static Violation violation(Outcome outcome) {
        return Objects.requireNonNull(outcome.violation(), "An execution that ends for a violation keeps it");
    }

    private static Throwable error(Outcome outcome) {
        Throwable error = outcome.error();
        if (error == null) {
            throw new IllegalStateException("An execution that ended with an exception keeps it");
        }
        return error;
    }
}
