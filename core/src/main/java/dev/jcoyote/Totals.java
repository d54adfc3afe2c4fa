package dev.jcoyote;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What executions add up to, whoever has run them, and the report on it. */
final class Totals {
    private final @Nullable Expectation expected;
    final Counter schedulingPoints = new Counter();
    final Counter switches = new Counter();
    TimedWaits timedWaits = new TimedWaits(0, 0);
    final SearchLog search = new SearchLog();
    final Warnings warnings = new Warnings();
    final List<Bug> bugs = new ArrayList<>();
    int executions;
    int buggy;
    int fair;
    int incomplete;
    int skipped;

    /** How far an exhaustive search has come; null if there was none. */
    @Nullable
    Verification verification;

    /** The number of the first execution with a bug; 0 if there is none. */
    int firstFailure;

    /** Creates them; a test that must have a bug is judged by that. */
    Totals(@Nullable Expectation expected) {
        this.expected = expected;
    }

    /** Adds a number of executions with a bug, the last of which has that number. */
    void addBuggy(int number, int last) {
        buggy += number;
        if (number > 0 && firstFailure == 0) {
            firstFailure = last;
        }
    }

    /** The verdict of those who know of no reason for another one. */
    Verdict verdict() {
        if (buggy > 0) {
            return Verdict.FAILED;
        }
        boolean isDoubtful = incomplete > 0 || executions == skipped || warnings.areDoubtful();
        if (isDoubtful) {
            return Verdict.INCOMPLETE;
        }
        return verification == null ? Verdict.PASSED : verification.verdict();
    }

    Report report(
            Verdict verdict,
            String test,
            String engine,
            String engineReason,
            String strategy,
            long seed,
            Duration startup,
            Duration elapsed,
            @Nullable String divergence) {
        List<String> lines = warnings.lines(executions, incomplete, skipped);
        if (expected != null && bugs.isEmpty()) {
            lines.add(expected.missed(executions));
        }
        return new Report(
                expected == null ? verdict : expected.judge(verdict, bugs),
                test,
                engine,
                engineReason,
                strategy,
                seed,
                Runtime.version().toString(),
                executions,
                buggy,
                fair,
                skipped,
                firstFailure == 0 ? null : firstFailure,
                schedulingPoints.range(),
                switches.range(),
                timedWaits,
                startup,
                elapsed,
                bugs,
                lines,
                warnings.races().all(),
                divergence,
                search.statistics(),
                verification,
                List.of());
    }
}
