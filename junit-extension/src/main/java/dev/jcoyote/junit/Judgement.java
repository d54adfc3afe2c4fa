package dev.jcoyote.junit;

import dev.jcoyote.ReplayCategory;
import dev.jcoyote.Report;
import dev.jcoyote.testing.TestRun;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * What a run means to JUnit.
 *
 * @param run what was explored or replayed
 * @param body what was run in each execution
 * @param edited whether an annotation makes the test systematic
 */
record Judgement(TestRun run, TestExecution body, boolean edited) {
    /** The key of what is published about a test that did not fail. */
    static final String KEY = "jcoyote";

    /**
     * Returns if the test passed, after publishing what was run and each warning.
     *
     * @throws AssertionError if it did not
     * @throws TestAbortedException if failed assumptions aborted all executions
     */
    void pass(ExtensionContext context) {
        run.check(edited);
        TestAbortedException abort = body.abort();
        if (abort != null) {
            throw abort;
        }
        Report report = run.report();
        if (report.executions() > 0 && report.skippedExecutions() == report.executions()) {
            throw new TestAbortedException("Assume.that did not hold in any of " + report.executions() + " executions");
        }
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put(KEY, summary());
        List<String> warnings = run.report().warnings();
        for (int i = 0; i < warnings.size(); i++) {
            entries.put(KEY + ".warning." + (i + 1), warnings.get(i));
        }
        // Build tools do not show what is published.
        run.printWarnings();
        context.publishReportEntry(entries);
    }

    private String summary() {
        Report report = run.report();
        String left = body.aborted() == 0 ? "" : " (failed assumptions aborted " + body.aborted() + " of them)";
        String what = run.replay() != null
                ? "the schedule " + run.replay().file()
                        + (report.bugs().isEmpty() ? " does not fail" : " fails as expected")
                : report.executions() + " executions" + left + " in " + seconds(report.elapsed()) + " s, strategy "
                        + report.strategy() + ", seed " + report.seed() + corpus(report);
        return report.verdict() + ": " + what;
    }

    private static String corpus(Report report) {
        long passing = report.replays().stream()
                .filter(replayed -> replayed.category() == ReplayCategory.PASSES)
                .count();
        return report.replays().isEmpty()
                ? ""
                : ", after " + passing + " of " + report.replays().size() + " schedules of the corpus passed";
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1e3);
    }
}
