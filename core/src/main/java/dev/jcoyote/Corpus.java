package dev.jcoyote;

import dev.jcoyote.schedule.Schedule;
import dev.jcoyote.schedule.ScheduleFile;
import dev.jcoyote.schedule.ScheduleFolder;
import dev.jcoyote.schedule.ScheduleFormatException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The recorded schedules that a test replays before it explores. */
final class Corpus {
    private final Configuration configuration;
    private final Path folder;
    private final TestBody body;
    private final List<Replayed> replays = new ArrayList<>();
    private final List<Bug> bugs = new ArrayList<>();

    Corpus(Configuration configuration, Path folder, TestBody body) {
        this.configuration = configuration.withCorpus(null);
        this.folder = folder;
        this.body = body;
    }

    /**
     * Replays the schedules of the test, and explores unless one of them fails and that is enough.
     *
     * @throws IllegalArgumentException if the folder cannot be read
     */
    Report explore() {
        Report failed = null;
        for (Path file : files()) {
            Schedule schedule = read(file);
            if (schedule == null || !configuration.testName().equals(schedule.header(Schedule.TEST))) {
                continue;
            }
            Report report = replay(file, schedule, failed != null);
            Path original = ScheduleFolder.original(file);
            if (original != null && isLastGone()) {
                report = replayInstead(original, failed != null);
            }
            if (report != null && !report.bugs().isEmpty()) {
                bugs.addAll(report.bugs());
                failed = failed == null ? report : failed;
            }
        }
        if (failed != null && !configuration.exploreAll()) {
            return report(failed, List.copyOf(bugs));
        }
        Report explored = SystematicTesting.explore(configuration, body);
        List<Bug> all = new ArrayList<>(bugs);
        all.addAll(explored.bugs());
        return report(explored, all);
    }

    private Report report(Report report, List<Bug> all) {
        return report.with(verdict(report, all), all, warnings(report), replays);
    }

    private List<Path> files() {
        try {
            return ScheduleFolder.files(folder);
        } catch (UncheckedIOException e) {
            throw new IllegalArgumentException("The corpus: " + e.getMessage(), e);
        }
    }

    private @Nullable Schedule read(Path file) {
        try {
            return ScheduleFile.read(file);
        } catch (ScheduleFormatException | UncheckedIOException e) {
            replays.add(Replayed.unusable(file, String.valueOf(e.getMessage())));
            return null;
        }
    }

    /** Whether the last schedule no longer applies. */
    private boolean isLastGone() {
        return replays.get(replays.size() - 1).category() == ReplayCategory.NO_LONGER_APPLIES;
    }

    /** Replays the schedule of which the last one was made: it has more decisions, of which more may still apply. */
    private @Nullable Report replayInstead(Path original, boolean hasFailed) {
        replays.remove(replays.size() - 1);
        Schedule schedule = read(original);
        return schedule == null ? null : replay(original, schedule, hasFailed);
    }

    private @Nullable Report replay(Path file, Schedule schedule, boolean hasFailed) {
        if (hasFailed) {
            // What the first one that fails has printed is of interest.
            configuration.listener().executionRepeats(1);
        } else {
            configuration.listener().executionBegins(1);
        }
        try {
            Report report = SystematicTesting.replay(configuration.withTolerant(true), schedule, body);
            for (Replayed replayed : report.replays()) {
                replays.add(replayed.of(file));
            }
            return report;
        } catch (IllegalArgumentException e) {
            replays.add(Replayed.unusable(file, file + ": " + e.getMessage()));
            return null;
        }
    }

    private Verdict verdict(Report report, List<Bug> all) {
        Expectation expected = configuration.demands().expected();
        if (!bugs.isEmpty()) {
            return expected == null ? Verdict.FAILED : expected.judge(Verdict.FAILED, all);
        }
        boolean isSound = replays.stream().noneMatch(replayed -> replayed.category() == ReplayCategory.UNUSABLE);
        return isSound || report.verdict() == Verdict.FAILED || report.verdict() == Verdict.ERROR
                ? report.verdict()
                : Verdict.INCOMPLETE;
    }

    private List<String> warnings(Report report) {
        List<String> warnings = new ArrayList<>();
        if (replays.isEmpty()) {
            warnings.add("the corpus " + folder + " has no schedule of " + configuration.testName());
        } else if (replays.stream().anyMatch(replayed -> replayed.category() != ReplayCategory.PASSES)) {
            warnings.add(summary(replays));
        }
        warnings.addAll(report.warnings());
        return warnings;
    }

    /** What they come to: {@code 2 schedules of the corpus pass, 1 no longer applies: x.schedule: ...}. */
    static String summary(List<Replayed> replays) {
        Map<ReplayCategory, List<Replayed>> groups = new EnumMap<>(ReplayCategory.class);
        for (Replayed replayed : replays) {
            groups.computeIfAbsent(replayed.category(), added -> new ArrayList<>())
                    .add(replayed);
        }
        StringBuilder counts = new StringBuilder();
        StringBuilder details = new StringBuilder();
        groups.forEach((category, group) -> {
            int count = group.size();
            if (counts.isEmpty()) {
                counts.append(count)
                        .append(count == 1 ? " schedule" : " schedules")
                        .append(" of the corpus ");
            } else {
                counts.append(", ").append(count).append(' ');
            }
            counts.append(count == 1 ? category.text() : category.plural());
            if (category != ReplayCategory.PASSES) {
                for (Replayed replayed : group) {
                    details.append(details.isEmpty() ? ": " : "; ")
                            .append(replayed.file())
                            .append(" (");
                    details.append(category.text())
                            .append(": ")
                            .append(replayed.details())
                            .append(')');
                }
            }
        });
        return counts.append(details).toString();
    }
}
