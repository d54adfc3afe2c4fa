package dev.jcoyote.cli;

import com.google.gson.GsonBuilder;
import dev.jcoyote.Bug;
import dev.jcoyote.Explanation;
import dev.jcoyote.PctBound;
import dev.jcoyote.Range;
import dev.jcoyote.Report;
import dev.jcoyote.SearchStatistics;
import dev.jcoyote.TimedWaits;
import dev.jcoyote.Verdict;
import dev.jcoyote.Verification;
import dev.jcoyote.strategy.Strategies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The result as JSON, for other programs. */
final class JsonFile {
    private static final int SCHEMA_VERSION = 1;

    private final Path file;

    private JsonFile(Path file) {
        this.file = file;
    }

    /**
     * Makes sure that the file can be written, before anything is run.
     *
     * @return null if the arguments ask for none
     */
    static @Nullable JsonFile prepare(Arguments arguments) {
        String name = arguments.text(Option.JSON);
        if (name == null) {
            return null;
        }
        Path file = Folders.path(name, Option.JSON);
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .close();
        } catch (IOException e) {
            throw new UsageException(
                    "Cannot write " + name + ": " + Failure.describe(e) + "\nName another file with --json.", e);
        }
        return new JsonFile(file);
    }

    /** Writes the result of one process. */
    void write(Report report, Times times) throws IOException {
        write(report, times, 1);
    }

    /**
     * Writes a result.
     *
     * @param workers how many JVMs shared the executions
     */
    void write(Report report, Times times, int workers) throws IOException {
        List<Object> bugs = new ArrayList<>();
        for (Bug bug : report.bugs()) {
            bugs.add(bug(bug));
        }
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("schemaVersion", SCHEMA_VERSION);
        result.put("verdict", report.verdict().name());
        result.put("test", report.test());
        result.put("engine", report.engine());
        result.put("engineReason", report.engineReason());
        result.put("strategy", report.strategy());
        result.put("seed", report.seed());
        result.put("jdk", report.jdk());
        result.put("workers", workers);
        result.put("executions", report.executions());
        result.put("buggyExecutions", report.buggyExecutions());
        result.put("skippedExecutions", report.skippedExecutions());
        result.put("firstFailure", report.firstFailure());
        result.put("schedulingPoints", range(report.schedulingPoints()));
        result.put("switches", range(report.switches()));
        result.put("timedWaits", report.timedWaits().begun());
        result.put("timedWaitsThatNeverFired", report.timedWaits().neverFired());
        result.put("startupSeconds", seconds(times.startup()));
        result.put("elapsedSeconds", seconds(times.elapsed()));
        result.put("bugs", bugs);
        result.put("warnings", report.warnings());
        result.put("search", search(report.search()));
        result.put("verification", verification(report.verification()));
        result.put("races", RaceJson.of(report.races()));
        result.put("replays", ReplayJson.of(report.replays()));
        Files.writeString(
                file,
                new GsonBuilder()
                                .setPrettyPrinting()
                                .serializeNulls()
                                .disableHtmlEscaping()
                                .create()
                                .toJson(result)
                        + "\n");
    }

    /** Writes that the command came to nothing, with the error as the only warning. */
    void writeError(Arguments arguments, String error) throws IOException {
        String test = arguments.text(Option.METHOD);
        String strategy = arguments.text(Option.STRATEGY);
        Range none = new Range(0, 0, 0);
        Report report = new Report(
                Verdict.ERROR,
                test == null ? "" : test,
                "platform",
                "no execution was run",
                strategy == null ? Strategies.DEFAULT : strategy,
                0,
                System.getProperty("java.version", ""),
                0,
                0,
                0,
                0,
                null,
                none,
                none,
                new TimedWaits(0, 0),
                Duration.ZERO,
                Duration.ZERO,
                List.of(),
                List.of(error),
                List.of(),
                null,
                SearchStatistics.NONE,
                null,
                List.of());
        write(report, new Times(StartTime.ago(), Duration.ZERO));
    }

    private static Map<String, @Nullable Object> search(SearchStatistics search) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("countedExecutions", search.counted());
        result.put("graphs", search.graphs());
        result.put("lastExecutions", search.recent());
        result.put("newGraphsInLastExecutions", search.recentNew());
        result.put("unseenProbability", search.unseen());
        result.put("conflictingLines", search.linePairs());
        result.put("conflictingLinesInBothOrders", search.linePairsInBothOrders());
        PctBound bound = search.pct();
        result.put("pct", bound == null ? null : pct(bound));
        return result;
    }

    private static Map<String, Object> pct(PctBound bound) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("executions", bound.executions());
        result.put("depth", bound.depth());
        result.put("threads", bound.threads());
        result.put("decisions", bound.decisions());
        result.put("missedProbability", bound.missed());
        return result;
    }

    private static @Nullable Map<String, @Nullable Object> verification(@Nullable Verification verification) {
        if (verification == null) {
            return null;
        }
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("complete", verification.complete());
        result.put("preemptions", verification.preemptions());
        result.put("executions", verification.executions());
        result.put("estimate", verification.estimate() == Long.MAX_VALUE ? null : verification.estimate());
        result.put("assumptions", verification.assumptions());
        result.put("problem", verification.problem());
        return result;
    }

    private static Map<String, @Nullable Object> bug(Bug bug) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("kind", bug.kind().id());
        result.put("message", bug.message());
        result.put("execution", bug.execution());
        result.put("schedule", text(bug.scheduleFile()));
        result.put("report", text(bug.reportFile()));
        Explanation explanation = bug.explanation();
        result.put("minimized", explanation == null ? null : minimized(explanation.minimized()));
        result.put("cause", explanation == null ? null : cause(explanation.cause()));
        return result;
    }

    private static @Nullable Map<String, @Nullable Object> minimized(Explanation.@Nullable Minimized minimized) {
        if (minimized == null) {
            return null;
        }
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("schedule", text(minimized.scheduleFile()));
        result.put("preemptions", minimized.preemptions());
        result.put("fewestPreemptions", minimized.isFewest());
        result.put("switches", minimized.switches());
        result.put("steps", minimized.steps());
        result.put("executions", minimized.executions());
        result.put("seconds", seconds(minimized.time()));
        return result;
    }

    private static @Nullable Map<String, Object> cause(Explanation.@Nullable Cause cause) {
        if (cause == null) {
            return null;
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("kind", cause.kind());
        result.put("site1", cause.first());
        result.put("site2", cause.second());
        result.put("text", cause.text());
        return result;
    }

    private static @Nullable String text(@Nullable Path path) {
        return path == null ? null : path.toString();
    }

    private static Map<String, Object> range(Range range) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("min", range.min());
        result.put("avg", range.avg());
        result.put("max", range.max());
        return result;
    }

    private static double seconds(Duration time) {
        return Math.round(time.toNanos() / 1e6) / 1e3;
    }
}
