package dev.jcoyote.report;

import dev.jcoyote.explain.minimize.Minimized;
import java.util.List;

/** An explanation in words: the simplest execution that fails, and why it fails. */
public final class ExplanationText {
    private ExplanationText() {}

    /**
     * The text, which ends in an empty line.
     *
     * @param trace the simplest execution; empty if there is none to show
     * @param cause why it fails; empty if that is not known
     */
    public static String of(Minimized minimized, int executions, String trace, String cause) {
        StringBuilder text = new StringBuilder();
        if (!trace.isEmpty()) {
            text.append(BugReport.heading("The simplest execution that fails in this way"));
            text.append(trace.stripTrailing()).append("\n\n");
        }
        if (!cause.isEmpty()) {
            text.append(BugReport.heading("Why"));
            text.append(cause.stripTrailing()).append("\n\n");
        }
        return text.append(minimality(minimized, executions)).append("\n\n").toString();
    }

    /** What must be known where nothing can be explained. */
    public static String of(List<String> notes) {
        return String.join("\n\n", notes) + "\n\n";
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
