package dev.jcoyote.report;

import dev.jcoyote.explain.Paragraph;
import dev.jcoyote.explain.Trials;
import dev.jcoyote.explain.cause.Cause;
import dev.jcoyote.explain.minimize.Minimized;
import dev.jcoyote.scheduler.Ending;
import java.util.List;

/** An explanation in words: the simplest execution that fails, and why it fails. */
public final class ExplanationText {
    private static final int FIRST_LINES = 200;
    private static final int LAST_LINES = 800;

    private ExplanationText() {}

    /**
     * The text, which ends in an empty line. The last execution of the trials is the one that is told.
     *
     * @param trace the simplest execution
     * @param cause why it fails
     * @param hang why it did not get on; empty if that is not how it failed
     */
    public static String of(Minimized minimized, Trials trials, String trace, Cause cause, String hang) {
        StringBuilder text = new StringBuilder();
        text.append(BugReport.heading("The simplest execution that fails in this way"));
        text.append(trace.stripTrailing()).append("\n\n");
        text.append(of(trials.outcome().ending(), hang));
        if (hang.isEmpty() || isOfData(cause)) {
            text.append(BugReport.heading("Why"));
            text.append(cause.text().stripTrailing()).append("\n\n");
        }
        return text.append(Paragraph.of("", minimality(minimized, trials.used())))
                .append("\n")
                .toString();
    }

    /** Why an execution that ended in that way did not get on; empty if it did. */
    public static String of(Ending ending, String hang) {
        return hang.isEmpty() ? "" : BugReport.heading(BugReport.hangHeading(ending)) + hang.stripTrailing() + "\n\n";
    }

    /** Whether it names accesses, which who waits for whom does not say. */
    private static boolean isOfData(Cause cause) {
        boolean isOrder = cause.kind() == Cause.Kind.ORDER || cause.kind() == Cause.Kind.ATOMICITY;
        return isOrder && cause.places().size() > 1;
    }

    /** All steps of the simplest execution, if the short trace leaves any out; of very many the first and the last. */
    public static String allSteps(String trace, String all) {
        List<String> lines = all.lines().toList();
        if (all.equals(trace) || lines.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(BugReport.heading("All steps of it"));
        for (int i = 0; i < lines.size(); i++) {
            if (i == FIRST_LINES && lines.size() > FIRST_LINES + LAST_LINES) {
                int left = lines.size() - FIRST_LINES - LAST_LINES;
                text.append("... ").append(left).append(" lines left out ...\n");
                i += left;
            }
            text.append(lines.get(i)).append('\n');
        }
        return text.append('\n').toString();
    }

    /** What must be known where nothing can be explained. */
    public static String of(List<String> notes) {
        StringBuilder text = new StringBuilder();
        for (String note : notes) {
            text.append(Paragraph.of("", note)).append('\n');
        }
        return text.toString();
    }

    private static String minimality(Minimized minimized, int executions) {
        String after = " (" + executions + " executions were run to find this out.)";
        if (minimized.preemptions() == 0) {
            return "It needs no preemption: threads go on until they block or end." + after;
        }
        String number = minimized.preemptions() == 1 ? "1 preemption" : minimized.preemptions() + " preemptions";
        if (minimized.isFewest()) {
            return "It needs " + number + ": with fewer no execution fails like this." + after;
        }
        String doubt = minimized.isCut() ? "; --minimize-budget can be raised" : "";
        return "It has " + number + ". Fewer may do: not all executions with fewer were tried" + doubt + "." + after;
    }
}
