package dev.jcoyote;

import dev.jcoyote.bridge.Debugger;
import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.explain.Hang;
import dev.jcoyote.explain.Trials;
import dev.jcoyote.explain.cause.Cause;
import dev.jcoyote.explain.cause.CauseFinder;
import dev.jcoyote.explain.minimize.Budget;
import dev.jcoyote.explain.minimize.Minimized;
import dev.jcoyote.explain.minimize.Minimizer;
import dev.jcoyote.explain.names.Naming;
import dev.jcoyote.explain.trace.Style;
import dev.jcoyote.explain.trace.Tracer;
import dev.jcoyote.report.BugReport;
import dev.jcoyote.report.ExplanationText;
import dev.jcoyote.schedule.Schedule;
import dev.jcoyote.schedule.ScheduleFile;
import dev.jcoyote.schedule.ScheduleFormat;
import dev.jcoyote.scheduler.Ending;
import dev.jcoyote.strategy.ReplayStrategy;
import dev.jcoyote.strategy.Seeds;
import dev.jcoyote.testing.ProgramOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Explains the bugs that an exploration has found, when it is over: runs each again in simpler and in other ways. What is on
 * disk stays there until the explanation is whole.
 */
final class Explanations {
    private final Configuration configuration;
    private final TestBody body;
    private final Runnable preparation;
    private final ExecutionRunner runner;
    private final RaceWatch races;
    private final Tracer tracer;

    Explanations(
            Configuration configuration,
            TestBody body,
            Runnable preparation,
            ExecutionRunner runner,
            RaceWatch races,
            Tracer tracer) {
        this.configuration = configuration;
        this.body = body;
        this.preparation = preparation;
        this.runner = runner;
        this.races = races;
        this.tracer = tracer;
    }

    /** The bug with its explanation, if it has one. */
    Bug explain(Bug bug) {
        if (!configuration.explanation().wanted() || !isRepeatable(bug.kind()) || Debugger.isPresent()) {
            return bug;
        }
        races.promote(Learned.names(Objects.requireNonNullElse(bug.schedule().header(Schedule.PROMOTED), "")));
        // What the program prints has been seen.
        ProgramOutput silence = new ProgramOutput();
        silence.begin();
        silence.pause();
        try {
            Explanation explanation = attempt(bug);
            return bug.explained(explanation, write(bug, explanation));
        } finally {
            silence.end();
        }
    }

    /** A fault of the tool, or too little memory for what it wants to know, must not cost the bug. */
    private Explanation attempt(Bug bug) {
        try {
            return explanation(bug, trials(bug.schedule()));
        } catch (IllegalStateException | IndexOutOfBoundsException | NullPointerException | OutOfMemoryError e) {
            List<String> notes = List.of("jcoyote failed while it explained this bug, which stands as it is: " + e
                    + ". Please report that together with the schedule. The budget \"off\" switches explanations off.");
            return Explanation.ofWords(ExplanationText.of(notes), notes);
        }
    }

    /** A time-out takes too long to be repeated often; a race alone is no way in which executions end. */
    private static boolean isRepeatable(BugKind kind) {
        return kind != BugKind.TIMEOUT && kind != BugKind.RACE;
    }

    private Trials trials(Schedule schedule) {
        int number = Integer.parseInt(Objects.requireNonNullElse(schedule.header(Schedule.EXECUTION), "1"));
        long seed = Long.parseLong(Objects.requireNonNullElse(schedule.header(Schedule.SEED), "0"));
        return new Trials(
                runner,
                body::run,
                preparation,
                number,
                Seeds.ofExecution(seed, number),
                configuration.maxSteps(),
                configuration.watchdog());
    }

    private Explanation explanation(Bug bug, Trials trials) {
        long begin = System.nanoTime();
        ReplayStrategy replay = new ReplayStrategy(bug.schedule(), false);
        String failure = trials.run(replay);
        if (failure == null || replay.divergence() != null || !bug.key().endsWith("|" + failure)) {
            return unrepeatable(replay, trials);
        }
        if (bug.kind() == BugKind.LIVELOCK || bug.kind() == BugKind.MAX_STEPS) {
            return endless(bug, trials);
        }
        ExplanationSettings settings = configuration.explanation();
        Minimized minimized = Minimizer.minimize(trials, failure, new Budget(settings.executions(), settings.time()));
        Schedule schedule = schedule(bug, trials, minimized);
        Path file = write(bug, schedule);
        Cause cause = CauseFinder.find(trials, minimized.plan(), failure, tracer.naming());
        List<Integer> marked = cause.places().stream().map(Cause.Place::event).toList();
        Tracer.Told told = tracer.trace(trials, minimized.plan(), marked);
        String trace = told.trace().text(Style.USUAL);
        String screenTrace = told.trace().text(Style.USUAL.wide(settings.columns()));
        String hang = hang(trials, told.names());
        return new Explanation(
                new Explanation.Minimized(
                        schedule,
                        file,
                        minimized.preemptions(),
                        minimized.switches(),
                        minimized.steps(),
                        minimized.isFewest(),
                        trials.used(),
                        Duration.ofNanos(System.nanoTime() - begin)),
                new Explanation.Cause(cause.kind().id(), site(cause, 0), site(cause, 1), cause.text()),
                trace,
                told.trace().text(Style.USUAL.all()),
                ExplanationText.of(minimized, trials, trace, cause, hang),
                ExplanationText.of(minimized, trials, screenTrace, cause, hang),
                List.of());
    }

    /** Where threads repeat themselves, what they repeat says more than how they came there. */
    private Explanation endless(Bug bug, Trials trials) {
        Naming naming = tracer.naming();
        trials.run(new ReplayStrategy(bug.schedule(), false), naming.observer());
        String hang = hang(trials, naming.names(trials.runner())::of);
        String text = ExplanationText.of(trials.outcome().ending(), hang);
        return Explanation.ofWords(text, List.of());
    }

    /** Why the last execution did not get on, if that is how it failed. */
    private static String hang(Trials trials, IntFunction<String> names) {
        ExecutionRunner runner = trials.runner();
        return new Hang(runner.events(), runner.threads(), runner.resources(), runner.decisionLog())
                .text(trials.outcome().named(names));
    }

    private static String site(Cause cause, int place) {
        return cause.places().size() <= place ? "" : cause.places().get(place).site();
    }

    private static Explanation unrepeatable(ReplayStrategy replay, Trials trials) {
        String divergence = replay.divergence();
        String how = divergence != null
                ? "the same choices led elsewhere: " + divergence
                : "the same choices led to another end: "
                        + (trials.outcome().ending() == Ending.COMPLETED
                                ? "no bug"
                                : BugReport.summary(trials.outcome()));
        List<String> notes = List.of("The failure could not be repeated, and so not be explained: " + how
                + ". Something in the test differs from run to run; see \"Not deterministic\" in the guide.");
        return Explanation.ofWords(ExplanationText.of(notes), notes);
    }

    /** Runs the simplest execution once more, and keeps its decisions. */
    private static Schedule schedule(Bug bug, Trials trials, Minimized minimized) {
        trials.run(minimized.plan());
        Map<String, String> header = new LinkedHashMap<>(bug.schedule().header());
        header.put(Schedule.FAILURE, bug.kind().id() + ": " + BugReport.summary(trials.outcome()));
        header.put(Schedule.DAEMONS, Schedule.FOLLOWED);
        return new Schedule(header, trials.runner().decisions());
    }

    private static @Nullable Path write(Bug bug, Schedule schedule) {
        Path original = bug.scheduleFile();
        if (original == null) {
            return null;
        }
        Path file =
                original.resolveSibling(ScheduleFile.stem(original) + ScheduleFile.MINIMIZED + ScheduleFile.EXTENSION);
        ScheduleFile.write(file, ScheduleFormat.write(schedule));
        return file;
    }

    /** Puts the explanation into the report as it was written, and returns that. */
    private static String write(Bug bug, Explanation explanation) {
        Path file = bug.reportFile();
        if (file == null) {
            return BugReport.explained(bug.report(), words(explanation));
        }
        String report = BugReport.explained(read(file), words(explanation));
        ScheduleFile.write(file, report);
        return report;
    }

    private static String words(Explanation explanation) {
        return explanation.text() + ExplanationText.allSteps(explanation.trace(), explanation.allSteps());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the report " + file + ": " + e, e);
        }
    }
}
