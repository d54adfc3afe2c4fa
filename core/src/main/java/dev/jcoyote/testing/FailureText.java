package dev.jcoyote.testing;

import dev.jcoyote.Bug;
import dev.jcoyote.BugFoundError;
import dev.jcoyote.Explanation;
import dev.jcoyote.Report;
import dev.jcoyote.schedule.ScheduleFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The message of a {@link BugFoundError}: the bug, its report if need be shortened, and how to replay it. */
final class FailureText {
    /** How many lines of a report a message shows; both ends of a longer one are shown. */
    static final int LINES = 60;

    private FailureText() {}

    static String of(Bug bug, Report report, @Nullable Replay replay, BuildTool tool, boolean annotated) {
        StringBuilder text = new StringBuilder();
        text.append(bug.kind().id()).append(": ").append(bug.message());
        text.append(" [execution ").append(bug.execution());
        text.append(" of seed ").append(report.seed()).append("]\n\n");
        text.append(why(bug, report(bug, replay))).append('\n');
        if (report.divergence() != null) {
            text.append("Diverged: ").append(report.divergence()).append('\n');
        }
        for (String warning : report.warnings()) {
            text.append("Warning:   ").append(warning).append('\n');
        }
        Path schedule = replay != null ? replay.file() : bug.scheduleFile();
        if (schedule != null) {
            // A backslash would have to be doubled in Java, and a slash does as well.
            String path = schedule.toString().replace('\\', '/');
            text.append(replay != null ? "Replayed:  " : "Schedule:  ")
                    .append(path)
                    .append('\n');
            text.append("To replay: ").append(tool.replay(report.test(), path)).append('\n');
            text.append("To debug:  ").append(tool.debug(report.test(), path)).append('\n');
            if (annotated) {
                text.append("In an IDE: run or debug it with @SystematicTest(replay = \"")
                        .append(path)
                        .append("\")\n");
            }
        }
        return text.toString();
    }

    /** The explanation, if there is one, below the error; else what the report has. */
    private static String why(Bug bug, @Nullable Path report) {
        Explanation explanation = bug.explanation();
        if (explanation == null || explanation.trace().isEmpty()) {
            return shortened(details(bug.report()), report);
        }
        String file = report == null ? "" : "\nAll threads, stacks and operations: " + report + "\n";
        return explanation.text().stripTrailing() + "\n" + file;
    }

    /** Where all is told: the bug's report or, of a replay, the one beside the schedule; null if there is none. */
    private static @Nullable Path report(Bug bug, @Nullable Replay replay) {
        if (replay == null || bug.reportFile() != null) {
            return bug.reportFile();
        }
        Path beside = replay.file().resolveSibling(ScheduleFile.stem(replay.file()) + ScheduleFile.REPORT_EXTENSION);
        return Files.isRegularFile(beside) ? beside : null;
    }

    /** The report without its head, which the first line has said. */
    private static String details(String report) {
        int head = report.indexOf("\n\n");
        return head < 0 ? report : report.substring(head + 2);
    }

    /** The first and the last lines of a report that has too many. */
    static String shortened(String report, @Nullable Path file) {
        List<String> lines = report.lines().toList();
        if (lines.size() <= LINES) {
            return String.join("\n", lines) + "\n";
        }
        int half = LINES / 2;
        String all = file == null ? "" : "; all are in " + file;
        return String.join("\n", lines.subList(0, half))
                + "\n... " + (lines.size() - 2 * half) + " lines left out" + all + " ...\n"
                + String.join("\n", lines.subList(lines.size() - half, lines.size())) + "\n";
    }
}
