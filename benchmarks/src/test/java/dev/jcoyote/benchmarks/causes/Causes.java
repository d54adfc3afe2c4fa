package dev.jcoyote.benchmarks.causes;

import dev.jcoyote.Bug;
import dev.jcoyote.Configuration;
import dev.jcoyote.ExplanationSettings;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.TestBody;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.explain.Trials;
import dev.jcoyote.explain.cause.Cause;
import dev.jcoyote.explain.cause.CauseFinder;
import dev.jcoyote.explain.minimize.Budget;
import dev.jcoyote.explain.minimize.Minimized;
import dev.jcoyote.explain.minimize.Minimizer;
import dev.jcoyote.schedule.Schedule;
import dev.jcoyote.strategy.ReplayStrategy;
import dev.jcoyote.strategy.Seeds;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the bug of a program, makes the failure simpler and finds its cause. */
final class Causes {
    private static final Budget BUDGET = new Budget(2_000, Duration.ofSeconds(20));

    private Causes() {}

    /** The cause; null if no bug was found. */
    static @Nullable Cause of(String engine, TestBody body) {
        Configuration configuration = Configuration.defaults()
                .withEngine(engine)
                .withIterations(20_000)
                .withSeed(1)
                .withExplanation(ExplanationSettings.OFF)
                .withOutputDirectory(null);
        Report report = SystematicTesting.explore(configuration, body);
        if (report.bugs().isEmpty()) {
            return null;
        }
        Bug bug = report.bugs().get(0);
        Schedule schedule = bug.schedule();
        String promoted = Objects.requireNonNullElse(schedule.header(Schedule.PROMOTED), "");
        Sites.promote(promoted.isEmpty() ? List.of() : List.of(promoted.split(",")));
        int number = Integer.parseInt(Objects.requireNonNull(schedule.header(Schedule.EXECUTION)));
        long seed = Long.parseLong(Objects.requireNonNull(schedule.header(Schedule.SEED)));
        try (ExecutionRunner runner = new ExecutionRunner(engine, Causes.class.getClassLoader())) {
            runner.set(configuration.time());
            Trials trials = new Trials(
                    runner,
                    body::run,
                    () -> {},
                    number,
                    Seeds.ofExecution(seed, number),
                    configuration.maxSteps(),
                    configuration.watchdog());
            String failure = Objects.requireNonNull(trials.run(new ReplayStrategy(schedule, false)));
            Minimized minimized = Minimizer.minimize(trials, failure, BUDGET);
            return CauseFinder.find(trials, minimized.plan(), failure);
        }
    }
}
