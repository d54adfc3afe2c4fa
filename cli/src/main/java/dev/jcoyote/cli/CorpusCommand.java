package dev.jcoyote.cli;

import dev.jcoyote.Bug;
import dev.jcoyote.Configuration;
import dev.jcoyote.Range;
import dev.jcoyote.ReplayCategory;
import dev.jcoyote.Replayed;
import dev.jcoyote.Report;
import dev.jcoyote.SearchStatistics;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.TimedWaits;
import dev.jcoyote.Verdict;
import dev.jcoyote.schedule.Schedule;
import dev.jcoyote.schedule.ScheduleFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code jcoyote replay} of a folder: replays each of its schedules, and says in a line what it still shows. */
final class CorpusCommand {
    private final Program program;
    private final Path folder;
    private final @Nullable String method;
    private final Console console;
    private final List<Report> reports = new ArrayList<>();
    private final List<Replayed> replays = new ArrayList<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    /** Creates it; {@code method} is the test that the user names, null for those that the schedules name. */
    CorpusCommand(Program program, Path folder, @Nullable String method, Console console) {
        this.program = program;
        this.folder = folder;
        this.method = method;
        this.console = console;
    }

    /** Runs it, and returns the exit code. */
    int run(Configuration settings, @Nullable JsonFile json) throws IOException {
        List<Path> files = ScheduleFolder.files(folder);
        if (files.isEmpty()) {
            throw new UsageException("The folder " + folder + " has no schedule in it.\nName one that has files that"
                    + " end in .schedule, such as the folder of -o.");
        }
        console.begin(program.name());
        console.say("... Replaying " + Text.count(files.size(), "schedule") + " of " + folder);
        Duration before = StartTime.ago();
        Configuration tolerant = settings.withTolerant(true);
        for (Path file : files) {
            Replayed replayed = replay(tolerant, file);
            Path original = ScheduleFolder.original(file);
            if (original != null && replayed.category() == ReplayCategory.NO_LONGER_APPLIES) {
                // It has more decisions, of which more may still apply.
                replayed = replay(tolerant, original);
            }
            replays.add(replayed);
            console.replayed(replayed);
        }
        Duration startup = reports.isEmpty() ? Duration.ZERO : reports.get(0).startup();
        Times times = new Times(before.plus(startup), StartTime.ago().minus(before.plus(startup)));
        console.elapsed(times);
        warnings.forEach(console::warning);
        if (json != null) {
            json.write(report(), times);
        }
        console.verdict(verdict() + ": " + summary() + ".");
        // A failure is news whatever else is wrong; a schedule that nobody can replay guards nothing.
        return verdict() != Verdict.FAILED && isAny(ReplayCategory.UNUSABLE) ? ExitCode.USAGE : ExitCode.of(verdict());
    }

    private Replayed replay(Configuration settings, Path file) {
        try {
            Schedule schedule = Schedules.read(file.toString());
            ScheduleReplay replay = new ScheduleReplay(program, file.toString(), schedule, method);
            if (replay.warning() != null) {
                warnings.add(replay.warning());
            }
            Report report = replay.run(settings, SystematicTesting::replay);
            reports.add(report);
            warnings.addAll(report.warnings());
            return report.replays().get(0).of(file);
        } catch (UsageException e) {
            // The first line has the cause; what there is instead would be the same for each file.
            String message = String.valueOf(e.getMessage());
            return Replayed.unusable(file, message.lines().findFirst().orElse(message));
        }
    }

    private Verdict verdict() {
        if (replays.stream().anyMatch(replayed -> replayed.category().isFailure())) {
            return Verdict.FAILED;
        }
        return isAny(ReplayCategory.UNUSABLE) || !isAny(ReplayCategory.PASSES) ? Verdict.INCOMPLETE : Verdict.PASSED;
    }

    private boolean isAny(ReplayCategory category) {
        return replays.stream().anyMatch(replayed -> replayed.category() == category);
    }

    private String summary() {
        List<String> counts = new ArrayList<>();
        for (ReplayCategory category : ReplayCategory.values()) {
            long count = replays.stream()
                    .filter(replayed -> replayed.category() == category)
                    .count();
            if (count > 0) {
                String noun = counts.isEmpty() ? Text.count(count, "schedule") : Long.toString(count);
                counts.add(noun + " " + (count == 1 ? category.text() : category.plural()));
            }
        }
        return String.join(", ", counts);
    }

    /** All replays as one result. */
    private Report report() {
        List<Bug> bugs = new ArrayList<>();
        for (Report report : reports) {
            bugs.addAll(report.bugs());
        }
        Report first = reports.isEmpty() ? null : reports.get(0);
        return new Report(
                verdict(),
                method == null ? "" : method,
                first == null ? "platform" : first.engine(),
                first == null ? "no execution was run" : first.engineReason(),
                "replay",
                0,
                Runtime.version().toString(),
                reports.size(),
                bugs.size(),
                0,
                0,
                null,
                range(Report::schedulingPoints),
                range(Report::switches),
                new TimedWaits(0, 0),
                Duration.ZERO,
                Duration.ZERO,
                bugs,
                List.copyOf(warnings),
                List.of(),
                null,
                SearchStatistics.NONE,
                null,
                replays);
    }

    private Range range(Function<Report, Range> what) {
        List<Range> all = reports.stream().map(what).toList();
        return new Range(
                all.stream().mapToLong(Range::min).min().orElse(0),
                Math.round(all.stream().mapToLong(Range::avg).average().orElse(0)),
                all.stream().mapToLong(Range::max).max().orElse(0));
    }
}
