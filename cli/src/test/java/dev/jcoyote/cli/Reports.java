package dev.jcoyote.cli;

import dev.jcoyote.Bug;
import dev.jcoyote.BugKind;
import dev.jcoyote.Range;
import dev.jcoyote.Replayed;
import dev.jcoyote.Report;
import dev.jcoyote.SearchStatistics;
import dev.jcoyote.TimedWaits;
import dev.jcoyote.Verdict;
import dev.jcoyote.schedule.Decision;
import dev.jcoyote.schedule.Schedule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reports and schedules for tests. */
final class Reports {
    static final Times TIMES = new Times(Duration.ofMillis(310), Duration.ofMillis(430));

    private Reports() {}

    /** A schedule of two decisions; header values are key and value in turn. */
    static Schedule schedule(String... settings) {
        Map<String, String> header = new LinkedHashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            header.put(settings[i], settings[i + 1]);
        }
        return new Schedule(
                header,
                List.of(
                        new Decision(3, Decision.Kind.THREAD, "main.1", 0, 0, "CALL Map.put", "a.Account.add:12", 7),
                        new Decision(10, Decision.Kind.NOTIFY, "main", 1, 3, "NOTIFY", "a.Account.close:31", 9)));
    }

    static Bug bug(int execution) {
        return new Bug(
                BugKind.DEADLOCK,
                "main waits for main.1",
                "deadlock|main.1",
                execution,
                schedule(Schedule.TEST, "a.Account.test"),
                Path.of("out", "test_0.schedule"),
                Path.of("out", "test_0.txt"),
                "Deadlock\n  main waits for main.1\n",
                null,
                null);
    }

    static Report failed() {
        return report(Verdict.FAILED, 12, List.of(bug(12)), List.of(), null);
    }

    static Report report(Verdict verdict, int executions, List<Bug> bugs, List<String> warnings, String divergence) {
        return report(verdict, executions, bugs, warnings, divergence, List.of());
    }

    /** A replay without a bug that has diverged. */
    static Report replayed(Replayed replayed) {
        return report(Verdict.PASSED, 1, List.of(), List.of(), "decision 3 of 9", List.of(replayed));
    }

    private static Report report(
            Verdict verdict,
            int executions,
            List<Bug> bugs,
            List<String> warnings,
            String divergence,
            List<Replayed> replays) {
        return new Report(
                verdict,
                "a.Account.test",
                "platform",
                "it was asked for",
                "portfolio",
                1_792_470_991L,
                "17.0.15",
                executions,
                bugs.size(),
                executions,
                0,
                bugs.isEmpty() ? null : bugs.get(0).execution(),
                new Range(6, 20, 66),
                new Range(1, 4, 11),
                new TimedWaits(0, 0),
                Duration.ofMillis(200),
                Duration.ofMillis(430),
                bugs,
                warnings,
                List.of(),
                divergence,
                SearchStatistics.NONE,
                null,
                replays);
    }
}
