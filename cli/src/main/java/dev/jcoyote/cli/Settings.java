package dev.jcoyote.cli;

import dev.jcoyote.Configuration;
import dev.jcoyote.Demands;
import dev.jcoyote.Expectation;
import dev.jcoyote.ExplanationSettings;
import dev.jcoyote.Isolation;
import dev.jcoyote.Learned;
import dev.jcoyote.RaceMode;
import dev.jcoyote.RaceSettings;
import dev.jcoyote.engine.Engines;
import dev.jcoyote.install.Packages;
import dev.jcoyote.scheduler.TimeSettings;
import dev.jcoyote.strategy.Strategies;
import java.nio.file.Path;

/** The configuration that the options of a command ask for. */
final class Settings {
    /** System property that the launcher script sets: how many columns the terminal has. */
    static final String COLUMNS = "jcoyote.columns";

    private static final String DEFAULT_OUTPUT = "jcoyote-output";
    /** More JVMs than any machine runs well; a typing error rather than a wish. */
    private static final int MOST_WORKERS = 64;

    private static final long SEED_MASK = 0x7fff_ffffL;

    private Settings() {}

    /**
     * Reads the options of {@code test}.
     *
     * @throws UsageException if a value is out of range, or the output folder cannot be written
     */
    static Configuration of(Arguments arguments) {
        Configuration defaults = Configuration.defaults();
        Configuration configuration;
        try {
            String strategy = arguments.text(Option.STRATEGY);
            String learned = arguments.text(Option.LEARNED);
            configuration = defaults.withIterations(arguments.integer(Option.ITERATIONS, defaults.iterations()))
                    .withTimeLimit(arguments.seconds(Option.TIMEOUT))
                    .withStrategy(strategy == null ? defaults.strategy() : strategy)
                    .withDepth(arguments.integer(Option.DEPTH, defaults.depth()))
                    .withLearned(learned == null ? "" : learned)
                    .withSeed(arguments.has(Option.SEED) ? arguments.number(Option.SEED, 0) : drawSeed())
                    .withMaxSteps(arguments.integer(Option.MAX_STEPS, defaults.maxSteps()))
                    .withExploreAll(arguments.has(Option.EXPLORE))
                    .withDeep(arguments.has(Option.DEEP))
                    .withIsolation(isolation(arguments))
                    .withPlainAccesses(arguments.has(Option.PLAIN_ACCESSES))
                    .withRaces(races(arguments))
                    .withExplanation(explanation(arguments))
                    .withPackages(new Packages(list(arguments, Option.INCLUDE), list(arguments, Option.EXCLUDE)));
            if (arguments.has(Option.EXECUTION)) {
                configuration = configuration
                        .withFirstExecution(arguments.integer(Option.EXECUTION, 1))
                        .withIterations(1);
            }
            if (arguments.has(Option.CHECK_DETERMINISM)) {
                configuration = configuration.withDeterminismChecks(arguments.integer(Option.CHECK_DETERMINISM, 0));
            }
            configuration = configuration
                    .withDemands(demands(arguments))
                    .withTime(time(arguments))
                    .withEngine(engine(arguments));
            String ofStrategy = Learned.of(configuration.learned()).ofStrategy();
            Strategies.create(configuration.strategy(), configuration.depth(), ofStrategy);
        } catch (IllegalArgumentException e) {
            throw wrong(e, arguments);
        }
        if (Strategies.isSequential(configuration.strategy()) && configuration.firstExecution() > 1) {
            throw new UsageException("--execution runs a single execution, but with --strategy "
                    + configuration.strategy() + " each follows from all those before it: replay its schedule.");
        }
        if (arguments.has(Option.EXECUTION) && !arguments.has(Option.SEED)) {
            throw new UsageException("--execution runs an execution of a known seed: add --seed N.");
        }
        String output = arguments.text(Option.OUTPUT);
        Path folder = Folders.prepareOutput(output == null ? DEFAULT_OUTPUT : output);
        return configuration.withOutputDirectory(folder);
    }

    /**
     * Reads the options of {@code replay} or {@code explain}.
     *
     * @throws UsageException as {@link #of} does
     */
    static Configuration ofReplay(Arguments arguments) {
        String output = arguments.text(Option.OUTPUT);
        try {
            return Configuration.defaults()
                    .withEngine(engine(arguments))
                    .withTolerant(arguments.has(Option.TOLERANT))
                    .withRaces(races(arguments))
                    .withExplanation(explanation(arguments))
                    .withOutputDirectory(output == null ? null : Folders.prepareOutput(output));
        } catch (IllegalArgumentException e) {
            throw wrong(e, arguments);
        }
    }

    private static UsageException wrong(IllegalArgumentException e, Arguments arguments) {
        return new UsageException(
                e.getMessage() + ".\nAll options: jcoyote "
                        + arguments.command().title() + " --help",
                e);
    }

    private static Isolation isolation(Arguments arguments) {
        String isolation = arguments.text(Option.ISOLATION);
        return isolation == null ? Isolation.STATICS : Isolation.of(isolation);
    }

    /** What becomes of data races, and which do no harm. */
    private static RaceSettings races(Arguments arguments) {
        String mode = arguments.text(Option.RACES);
        String file = arguments.text(Option.BENIGN_RACES);
        RaceSettings races = mode == null ? RaceSettings.USUAL : RaceSettings.USUAL.with(RaceMode.of(mode));
        return file == null ? races : races.withBenign(Folders.path(file, Option.BENIGN_RACES));
    }

    /** How failures are explained. */
    private static ExplanationSettings explanation(Arguments arguments) {
        String budget = arguments.text(Option.MINIMIZE_BUDGET);
        ExplanationSettings settings = budget == null ? ExplanationSettings.USUAL : ExplanationSettings.of(budget);
        return settings.withColumns(Integer.getInteger(COLUMNS, 0));
    }

    private static TimeSettings time(Arguments arguments) {
        String start = arguments.text(Option.START_TIME);
        String timeouts = arguments.text(Option.TIMEOUTS);
        return new TimeSettings(
                start == null ? TimeSettings.USUAL_START : TimeSettings.instant(start),
                timeouts != null && TimeSettings.areExplored(Option.TIMEOUTS.longName(), timeouts),
                arguments.has(Option.SPURIOUS_WAKEUPS));
    }

    private static Demands demands(Arguments arguments) {
        String expected = arguments.text(Option.EXPECT);
        int bound = Demands.HALF_OF_STEPS;
        if (arguments.has(Option.LIVENESS_BOUND)) {
            bound = arguments.integer(Option.LIVENESS_BOUND, bound);
            if (bound < 1) {
                throw new IllegalArgumentException("The liveness bound must be at least 1, but is " + bound);
            }
        }
        return new Demands(
                bound, arguments.has(Option.FAIL_ON_MAX_STEPS), expected == null ? null : Expectation.of(expected));
    }

    private static String list(Arguments arguments, Option option) {
        String list = arguments.text(option);
        return list == null ? "" : list;
    }

    /** The engine that was asked for, or the default. */
    private static String engine(Arguments arguments) {
        String engine = arguments.text(Option.ENGINE);
        return engine == null ? Engines.AUTO : engine;
    }

    /**
     * How many JVMs are to share the executions.
     *
     * @throws UsageException if the number is out of range, or there is nothing to share
     */
    static int workers(Arguments arguments) {
        long number = arguments.number(Option.WORKERS, 1);
        if (number < 1 || number > MOST_WORKERS) {
            throw new UsageException("--workers is a number from 1 to " + MOST_WORKERS + ", but was given as " + number
                    + ". Leave it out for one; more than the machine has processors gain nothing.");
        }
        if (number > 1 && arguments.has(Option.EXECUTION)) {
            throw new UsageException(
                    "--execution runs a single execution, which workers cannot share:" + " leave out --workers.");
        }
        String strategy = arguments.text(Option.STRATEGY);
        if (number > 1 && strategy != null && Strategies.isSequential(strategy)) {
            throw new UsageException(
                    "--strategy " + strategy + " decides from each execution which one comes next, so that"
                            + " workers cannot share them: leave out --workers.");
        }
        return (int) number;
    }

    /** A seed that is short enough to be typed. Two processes that start together differ by nanoseconds. */
    private static long drawSeed() {
        long mixed = System.nanoTime() * 0x9E37_79B9_7F4A_7C15L;
        return (mixed ^ (mixed >>> 29)) & SEED_MASK;
    }
}
