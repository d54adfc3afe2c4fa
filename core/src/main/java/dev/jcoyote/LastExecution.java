package dev.jcoyote;

import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.explain.Hang;
import dev.jcoyote.explain.Interleaving;
import dev.jcoyote.report.BugReport;
import dev.jcoyote.schedule.Schedule;
import dev.jcoyote.scheduler.Outcome;
import dev.jcoyote.strategy.Strategy;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The last execution of a runner, as files tell of it: as a schedule, and in words. */
final class LastExecution {
    /** A report and its first line. */
    record Text(String summary, String all) {}

    private final Configuration configuration;
    private final ExecutionRunner runner;
    private final RaceWatch races;
    private @Nullable Schedule origin;
    private String learnedInUse = "";

    LastExecution(Configuration configuration, ExecutionRunner runner, RaceWatch races) {
        this.configuration = configuration;
        this.runner = runner;
        this.races = races;
    }

    /** An execution begins, which uses what the strategy has learned until now: at its end that may be more. */
    void begin(Strategy strategy) {
        learnedInUse = strategy.learned();
    }

    /** The executions repeat that schedule: what they record has the same strategy. */
    void originatesFrom(Schedule schedule) {
        origin = schedule;
    }

    /** What kind of bug it has shown; null if none. */
    @Nullable
    BugKind kindOf(Outcome outcome) {
        return switch (outcome.ending()) {
            case EXCEPTION -> outcome.error() instanceof AssertionError ? BugKind.ASSERTION : BugKind.EXCEPTION;
            case DEADLOCK -> BugKind.DEADLOCK;
            case INVARIANT -> BugKind.INVARIANT;
            case LIVENESS -> BugKind.LIVENESS;
            case LIVELOCK -> BugKind.LIVELOCK;
            case TIMEOUT -> BugKind.TIMEOUT;
            case MAX_STEPS -> configuration.demands().end() ? BugKind.MAX_STEPS : null;
            case EXIT -> outcome.exitStatus() == 0 ? null : BugKind.EXCEPTION;
            case COMPLETED, SKIPPED, ABANDONED, UNFIT, INTERNAL_ERROR -> null;
        };
    }

    /** Its schedule. */
    Schedule schedule(Strategy strategy, long seed, int number, Outcome outcome) {
        Map<String, String> header = new LinkedHashMap<>();
        header.put(Schedule.TEST, configuration.testName());
        header.put(Schedule.SEED, Long.toString(seed));
        putStrategy(header, strategy);
        putUnlessEmpty(header, Schedule.DAEMONS, strategy.followsDaemons(0) ? Schedule.FOLLOWED : "");
        header.put(Schedule.EXECUTION, Integer.toString(number));
        header.put(Schedule.JDK, Integer.toString(Runtime.version().feature()));
        header.put(Schedule.MAX_STEPS, Integer.toString(configuration.maxSteps()));
        header.put(Schedule.ACCESSES, configuration.plainAccesses() ? "all" : "volatile");
        ReplaySettings.putTime(header, configuration.time());
        ReplaySettings.putRaces(header, configuration.races(), races.promoted());
        if (configuration.demands().livenessBound() != Demands.HALF_OF_STEPS) {
            header.put(
                    Schedule.LIVENESS_BOUND,
                    Integer.toString(configuration.demands().livenessBound()));
        }
        if (configuration.deep()) {
            header.put(Schedule.DEEP, "true");
        }
        if (configuration.isolation() != Isolation.STATICS) {
            header.put(Schedule.ISOLATION, configuration.isolation().id());
        }
        putUnlessEmpty(header, Schedule.INCLUDE, configuration.packages().include());
        putUnlessEmpty(header, Schedule.EXCLUDE, configuration.packages().exclude());
        BugKind kind = kindOf(outcome);
        if (kind != null) {
            if (kind == BugKind.LIVENESS || kind == BugKind.LIVELOCK) {
                header.put(Schedule.FAIR, Boolean.toString(strategy.isFair()));
            }
            header.put(Schedule.FAILURE, kind.id() + ": " + BugReport.summary(outcome));
        }
        return new Schedule(header, runner.decisions());
    }

    private static void putUnlessEmpty(Map<String, String> header, String key, String value) {
        if (!value.isEmpty()) {
            header.put(key, value);
        }
    }

    private void putStrategy(Map<String, String> header, Strategy strategy) {
        String name = origin == null ? strategy.name() : origin.header(Schedule.STRATEGY);
        String learned = origin == null ? learnedInUse : origin.header(Schedule.LEARNED);
        header.put(Schedule.STRATEGY, name == null ? strategy.name() : name);
        putUnlessEmpty(header, Schedule.LEARNED, learned == null ? "" : learned);
    }

    /** Its report. */
    Text text(int number, long seed, Outcome outcome) {
        BugKind kind = kindOf(outcome);
        return new Text(
                BugReport.summary(outcome),
                BugReport.text(
                        configuration.testName(),
                        number,
                        seed,
                        kind == null ? "none" : kind.id(),
                        outcome,
                        hang().text(outcome),
                        interleaving().text()));
    }

    private Hang hang() {
        return new Hang(runner.events(), runner.threads(), runner.resources(), runner.decisionLog());
    }

    private Interleaving interleaving() {
        return new Interleaving(runner.events(), runner.threads(), runner.resources(), runner.decisionLog());
    }

    /** It has shown races: what is known of it, for the time when its second run is over. */
    RacyExecution racy(Strategy strategy, long seed, int number, Outcome outcome) {
        return new RacyExecution(
                number,
                seed,
                outcome,
                schedule(strategy, seed, number, outcome),
                interleaving().text());
    }
}
