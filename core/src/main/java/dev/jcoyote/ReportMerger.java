package dev.jcoyote;

import dev.jcoyote.schedule.Schedule;
import dev.jcoyote.schedule.ScheduleFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what processes that share an exploration have shown, to the report that one process alone would give.
 *
 * <p>Stretches are added in the order of their executions. What lies behind the exploration's end is left out, and its
 * files are deleted; the other files move to the output directory, under the names that one process would give them.
 */
public final class ReportMerger {
    private final Configuration configuration;
    private final Path directory;
    private final Totals totals;
    private final Warnings warnings;
    private final Map<String, Integer> bugCounts = new HashMap<>();
    private final TreeSet<String> unseeded = new TreeSet<>();
    private final TreeSet<String> uninstrumented = new TreeSet<>();
    private boolean isDebuggerPresent;
    private boolean over;
    private boolean lost;
    private boolean failed;

    /** Creates a merger that moves files to the configuration's output directory, and tells its listener of bugs. */
    public ReportMerger(Configuration configuration) {
        this.configuration = configuration;
        totals = new Totals(configuration.demands().expected());
        warnings = totals.warnings;
        directory = Objects.requireNonNull(configuration.outputDirectory(), "An output directory is needed");
    }

    /** Adds a stretch; all those before it have been added, or are lost. */
    public void add(PartialReport part) {
        if (over) {
            discard(part.bug);
            return;
        }
        totals.executions += part.last() - part.first() + 1;
        totals.addBuggy(part.buggy, part.last());
        totals.fair += part.fair;
        totals.incomplete += part.incomplete;
        totals.skipped += part.skipped;
        totals.schedulingPoints.add(part.schedulingPoints);
        totals.switches.add(part.switches);
        totals.search.add(part.search);
        totals.timedWaits = totals.timedWaits.plus(part.timedWaits.begun(), part.timedWaits.expired());
        warnings.add(part.warnings);
        unseeded.addAll(part.unseeded);
        uninstrumented.addAll(part.uninstrumented);
        isDebuggerPresent |= part.isDebuggerPresent;
        if (part.bug != null) {
            add(part.bug, part.last());
        }
        over = part.isEnd() || Findings.areTooManyLeftBehind(warnings);
    }

    private void add(FoundBug found, int execution) {
        int known = bugCounts.merge(found.key(), 1, Integer::sum);
        if (known > Findings.MOST_FILES_A_BUG) {
            discard(found);
            return;
        }
        String fileName = String.valueOf(found.scheduleFile().getFileName());
        String name = fileName.substring(0, fileName.lastIndexOf('_'));
        int free = ScheduleFile.takeNumber(directory, name);
        Path scheduleFile = directory.resolve(name + "_" + free + ScheduleFile.EXTENSION);
        Path reportFile = directory.resolve(name + "_" + free + ScheduleFile.REPORT_EXTENSION);
        move(found.scheduleFile(), scheduleFile);
        String report = move(found.reportFile(), reportFile);
        if (known == 1) {
            Schedule schedule = ScheduleFile.read(scheduleFile);
            Bug bug = new Bug(
                    found.kind(),
                    found.message(),
                    found.key(),
                    execution,
                    schedule,
                    scheduleFile,
                    reportFile,
                    report,
                    found.error(),
                    null);
            totals.bugs.add(bug);
            configuration.listener().bugFound(bug);
        }
    }

    /** Copies the text first: whenever this process is killed, one of the two files is whole. */
    private static String move(Path from, Path to) {
        try {
            String text = Files.readString(from);
            ScheduleFile.write(to, text);
            Files.delete(from);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot move " + from + " to " + to + ": " + e, e);
        }
    }

    private static void discard(@Nullable FoundBug bug) {
        if (bug == null) {
            return;
        }
        try {
            Files.deleteIfExists(bug.scheduleFile());
            Files.deleteIfExists(bug.reportFile());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + bug.scheduleFile() + ": " + e, e);
        }
    }

    /** Whether the exploration is over with what was added. */
    public boolean isOver() {
        return over;
    }

    /** Whether a stretch that was added has a bug. */
    public boolean hasBug() {
        return totals.buggy > 0;
    }

    /** Adds to the report what its reader must know. */
    public void warn(String line) {
        warnings.tell(line);
    }

    /**
     * Executions were not run that one process would have run.
     *
     * @param isFault whether the tool itself failed
     */
    public void lose(boolean isFault) {
        lost = true;
        failed |= isFault;
    }

    /** The report on everything that was added. */
    public Report report(String engine, String engineReason, Duration startup, Duration elapsed) {
        warnings.unseeded(List.copyOf(unseeded));
        if (isDebuggerPresent) {
            warnings.debugger();
        }
        warnings.uninstrumented(uninstrumented);
        return totals.report(
                verdict(),
                configuration.testName(),
                engine,
                engineReason,
                configuration.strategy(),
                configuration.seed(),
                startup,
                elapsed,
                null);
    }

    private Verdict verdict() {
        Verdict verdict = totals.verdict();
        if (verdict == Verdict.FAILED) {
            return verdict;
        }
        if (failed) {
            return Verdict.ERROR;
        }
        return lost ? Verdict.INCOMPLETE : verdict;
    }
}
