package dev.jcoyote.junit;

import dev.jcoyote.Bug;
import dev.jcoyote.BugFoundError;
import dev.jcoyote.Report;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * What a report means to JUnit.
 *
 * @param report the result of the exploration or the replay
 * @param replay what was replayed; null if it was an exploration
 */
record Judgement(Report report, @Nullable Replay replay) {
    /** The key of what is published about a test that did not fail. */
    static final String KEY = "jcoyote";

    /**
     * Returns if the test passed, after publishing what was run and each warning.
     *
     * @throws BugFoundError if an execution has a bug
     * @throws AssertionError if the code no longer fits what was to be replayed
     * @throws TestAbortedException if failed assumptions aborted all executions
     */
    void pass(TestExecution body, ExtensionContext context) {
        List<Bug> bugs = report.bugs();
        if (!bugs.isEmpty()) {
            Bug bug = bugs.get(0);
            throw new BugFoundError(FailureText.of(bug, report, replay), bug.error());
        }
        if (replay != null && report.divergence() != null) {
            throw new AssertionError("The code no longer fits the schedule " + replay.file()
                    + "; there was no bug until there: " + report.divergence()
                    + ". Explore again without the replay, to see whether there is still one.");
        }
        TestAbortedException abort = body.abort();
        if (abort != null) {
            throw abort;
        }
        publish(body.aborted(), context);
    }

    private void publish(int aborted, ExtensionContext context) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put(KEY, summary(aborted));
        List<String> warnings = report.warnings();
        for (int i = 0; i < warnings.size(); i++) {
            entries.put(KEY + ".warning." + (i + 1), warnings.get(i));
        }
        context.publishReportEntry(entries);
    }

    private String summary(int aborted) {
        String left = aborted == 0 ? "" : " (failed assumptions aborted " + aborted + " of them)";
        String what = replay != null
                ? "the schedule " + replay.file() + " does not fail"
                : report.executions() + " executions" + left + " in " + seconds(report.elapsed()) + " s, strategy "
                        + report.strategy() + ", seed " + report.seed();
        return report.verdict() + ": " + what;
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1e3);
    }
}
