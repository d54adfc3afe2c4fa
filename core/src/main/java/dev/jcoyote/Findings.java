package dev.jcoyote;

import dev.jcoyote.bridge.Debugger;
import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.explain.FailureKey;
import dev.jcoyote.install.Installer;
import dev.jcoyote.report.BugReport;
import dev.jcoyote.schedule.Schedule;
import dev.jcoyote.schedule.ScheduleFile;
import dev.jcoyote.schedule.ScheduleFormat;
import dev.jcoyote.scheduler.Ending;
import dev.jcoyote.scheduler.Outcome;
import dev.jcoyote.strategy.Exhaustion;
import dev.jcoyote.strategy.Strategy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the executions of an exploration have shown so far. A bug is on disk before anyone hears of it. */
final class Findings {
    private static final int MOST_LEFT_BEHIND = 200;

    /** Of each distinct bug so many executions are written: a corpus to prove a fix with. */
    static final int MOST_FILES_A_BUG = 20;

    private final Configuration configuration;
    private final ExecutionRunner runner;
    private final RaceWatch races;
    private final LastExecution last;
    private final Installer installer;
    private final Totals totals;
    private final Warnings warnings;
    private Map<String, Integer> bugCounts = new HashMap<>();
    private @Nullable FoundBug lastBug;
    private int lastBuggy;
    private String lastText = "";

    Findings(Configuration configuration, ExecutionRunner runner, RaceWatch races, Installer installer) {
        this.configuration = configuration;
        this.runner = runner;
        this.races = races;
        this.last = new LastExecution(configuration, runner, races);
        this.installer = installer;
        totals = new Totals(configuration.demands().expected());
        warnings = totals.warnings;
    }

    /** The last execution, as it is to be recorded. */
    LastExecution last() {
        return last;
    }

    /** Whether the program keeps so many threads from ending that the machine would run out of them. */
    boolean tooManyLeftBehind() {
        return areTooManyLeftBehind(warnings);
    }

    static boolean areTooManyLeftBehind(Warnings warnings) {
        return warnings.leftBehind() >= MOST_LEFT_BEHIND;
    }

    boolean hasBug() {
        return totals.buggy > 0;
    }

    void add(Strategy strategy, long seed, int number, Outcome outcome) {
        if (outcome.ending() == Ending.ABANDONED && strategy.exhaustion() != null) {
            // It was given up because an equivalent one has been run.
            return;
        }
        count(strategy, outcome);
        warnings.leaked(runner.leakedThreads());
        warnings.fallBacks(runner.engines().drainFallBacks());
        warnings.pinned(runner.engines().wasPinned());
        warnings.external(runner.drainExternalCalls());
        warnings.outside(runner.drainOutsideEvents());
        warnings.wokenOutside(runner.drainWokenOutside());
        BugKind kind = last.kindOf(outcome);
        switch (outcome.ending()) {
            case COMPLETED ->
                outcome.threads().stream()
                        .filter(thread -> thread.blocked() && !thread.daemon())
                        .map(BugReport::leftOver)
                        .forEach(warnings::leftOver);
            case MAX_STEPS -> {
                if (kind == null) {
                    totals.incomplete++;
                    warnings.maxSteps(configuration.maxSteps());
                }
            }
            case ABANDONED -> totals.incomplete++;
            case SKIPPED -> totals.skipped++;
            default -> {}
        }
        if (kind != null) {
            addBug(
                    kind,
                    number,
                    outcome,
                    last.schedule(strategy, seed, number, outcome),
                    last.text(number, seed, outcome));
        }
    }

    /** An execution has shown these races: a bug, if they are to be one and there is no other. */
    void add(RacyExecution racy, List<Race> shown) {
        for (Race race : shown) {
            warnings.races().add(race);
        }
        List<Race> harmful =
                shown.stream().filter(race -> race.benign().isEmpty()).toList();
        if (configuration.races().mode() == RaceMode.FAIL
                && !harmful.isEmpty()
                && last.kindOf(racy.outcome()) == null) {
            addBug(
                    BugKind.RACE,
                    racy.number(),
                    racy.outcome(),
                    racy.failed(harmful.get(0).summary()),
                    racy.text(configuration.testName(), harmful));
        }
    }

    /** An execution was run once more with the same choices, and differed there; null if it did not. */
    void repeated(int number, @Nullable String difference) {
        warnings.leaked(runner.leakedThreads());
        warnings.fallBacks(runner.engines().drainFallBacks());
        // What left control did so in the first run too, and was counted there.
        runner.drainExternalCalls();
        runner.drainOutsideEvents();
        if (difference != null) {
            warnings.nondeterministic(number, difference);
            FoundBug written = lastBug;
            if (written != null && lastBuggy == number) {
                ScheduleFile.write(written.reportFile(), lastText + BugReport.doubts(warnings.nondeterminism()));
            }
        }
    }

    void addTimeout(Strategy strategy, int number, Outcome outcome, Schedule schedule, LastExecution.Text text) {
        count(strategy, outcome);
        addBug(BugKind.TIMEOUT, number, outcome, schedule, text);
    }

    void addSlow(Strategy strategy, int number, Outcome outcome) {
        count(strategy, outcome);
        totals.incomplete++;
        warnings.slow(number, configuration.watchdog());
    }

    private void count(Strategy strategy, Outcome outcome) {
        totals.executions++;
        if (strategy.isFair()) {
            totals.fair++;
        }
        totals.schedulingPoints.add(outcome.steps());
        totals.switches.add(outcome.switches());
        totals.search.add(
                runner.events().graph().value(),
                strategy.pctDepth(),
                runner.threads().size(),
                runner.decisionCount());
        totals.search.addLinePairs(runner.events().graph().orders().drainNew());
        totals.timedWaits = totals.timedWaits.plus(outcome.timedWaits(), outcome.expiredWaits());
        // One thread alone has several ways too, if it leaves values open.
        int ways = runner.decisionLog().hasValues() ? 2 : runner.threads().size();
        warnings.control(outcome.steps(), ways);
    }

    private void addBug(BugKind kind, int number, Outcome outcome, Schedule schedule, LastExecution.Text text) {
        totals.addBuggy(1, number);
        lastBuggy = number;
        String failure = FailureKey.of(outcome);
        String key = kind.id() + "|" + (failure == null ? text.summary() : failure);
        int known = bugCounts.merge(key, 1, Integer::sum);
        if (known > MOST_FILES_A_BUG) {
            return;
        }
        Path scheduleFile = null;
        Path reportFile = null;
        Path directory = configuration.outputDirectory();
        if (directory != null) {
            String name = ScheduleFile.safeName(configuration.fileName());
            int free = ScheduleFile.takeNumber(directory, name);
            scheduleFile = directory.resolve(name + "_" + free + ScheduleFile.EXTENSION);
            reportFile = directory.resolve(name + "_" + free + ScheduleFile.REPORT_EXTENSION);
            ScheduleFile.write(scheduleFile, ScheduleFormat.write(schedule));
            lastText = text.all();
            ScheduleFile.write(reportFile, lastText + BugReport.doubts(warnings.nondeterminism()));
            lastBug = new FoundBug(kind, key, text.summary(), scheduleFile, reportFile, outcome.error());
        }
        Bug bug = new Bug(
                kind,
                text.summary(),
                key,
                number,
                schedule,
                scheduleFile,
                reportFile,
                text.all(),
                outcome.error(),
                null);
        if (known > 1) {
            return;
        }
        totals.bugs.add(bug);
        configuration.listener().bugFound(bug);
    }

    /** A search that leaves out what it need not run was exhaustive as far as that says. */
    void exhaustive(@Nullable Exhaustion search) {
        Verification verification = Verification.of(search, configuration, totals.timedWaits);
        totals.verification = verification;
        if (verification != null && !hasBug()) {
            warnings.shortfall(verification.shortfall());
        }
    }

    void note(Suspects suspects) {
        suspects.unconfirmed(totals.bugs).forEach(warnings::tell);
    }

    Report report(String strategy, long seed, Duration startup, Duration elapsed, @Nullable String divergence) {
        warnings.unseeded(runner.unseededGenerators());
        if (Debugger.isPresent()) {
            warnings.debugger();
        }
        warnings.uninstrumented(installer.problems());
        tellOfStatics();
        return totals.report(
                totals.verdict(),
                configuration.testName(),
                runner.engines().name(),
                runner.engines().reason(),
                strategy,
                seed,
                startup,
                elapsed,
                divergence);
    }

    /** Has the bugs explained that were found. */
    void explain(Explanations explanations) {
        totals.bugs.replaceAll(explanations::explain);
        runner.drainExternalCalls();
        runner.drainOutsideEvents();
        runner.drainWokenOutside();
        runner.engines().drainFallBacks();
    }

    /** Findings of further executions, which know the bugs of these. */
    Findings another() {
        Findings next = new Findings(configuration, runner, races, installer);
        next.bugCounts = bugCounts;
        return next;
    }

    /** Whether the last execution may be the last one of an exploration that other processes share. */
    boolean isPossibleEnd() {
        return hasBug() || warnings.leftBehind() > 0;
    }

    /**
     * All of it, for other processes.
     *
     * @param ended whether the exploration ends with the last execution
     * @param learned what the strategy has learned by now
     */
    PartialReport part(int first, int last, boolean ended, String learned) {
        runner.statics().look();
        tellOfStatics();
        return new PartialReport(
                first,
                last,
                ended,
                learned,
                totals.buggy,
                totals.fair,
                totals.incomplete,
                totals.skipped,
                totals.schedulingPoints,
                totals.switches,
                totals.search,
                totals.timedWaits,
                warnings,
                runner.unseededGenerators(),
                installer.problems(),
                Debugger.isPresent(),
                lastBug);
    }

    private void tellOfStatics() {
        warnings.keptStatics(runner.statics().drainChanged());
        warnings.unrenewed(runner.statics().drainProblems());
    }
}
