package dev.jcoyote.testing;

import dev.jcoyote.Configuration;
import dev.jcoyote.ExplanationSettings;
import dev.jcoyote.Isolation;
import dev.jcoyote.RaceMode;
import dev.jcoyote.RaceSettings;
import dev.jcoyote.install.Packages;
import dev.jcoyote.scheduler.TimeSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a run of tests asks of all its systematic tests, such as a seed; parameters win over what a test says. */
public final class RunParameters {
    /** The seed of all tests: a whole number, or {@code random} to draw one for each. */
    public static final String SEED = "jcoyote.seed";

    /** A schedule file: the test that it belongs to runs once, as recorded. */
    public static final String REPLAY = "jcoyote.replay";

    /** The engine of all tests. */
    public static final String ENGINE = "jcoyote.engine";

    /** What separates the executions of all tests. */
    public static final String ISOLATION = "jcoyote.isolation";

    /** When timed waits end in all tests: {@code idle} or {@code explore}. */
    public static final String TIMEOUTS = "jcoyote.timeouts";

    /** Whether waits of all tests may end without a reason: {@code true} or {@code false}. */
    public static final String SPURIOUS_WAKEUPS = "jcoyote.spuriousWakeups";

    /** What becomes of data races in all tests: {@code explore}, {@code fail} or {@code off}. */
    public static final String RACES = "jcoyote.races";

    /** A file that names data races of all tests that do no harm. */
    public static final String BENIGN_RACES = "jcoyote.benignRaces";

    /** How much may be spent on making a failure of any test simpler: executions, or a time such as {@code 5s}. */
    public static final String MINIMIZE_BUDGET = "jcoyote.minimizeBudget";

    /** When every execution of all tests begins. */
    public static final String START_TIME = "jcoyote.startTime";

    /** How many executions of each test, from the first, to run twice. */
    public static final String CHECK_DETERMINISM = "jcoyote.checkDeterminism";

    /** Where schedules and reports are written. */
    public static final String OUTPUT = "jcoyote.output";

    /** Packages that get scheduling points although they only observe. */
    public static final String INCLUDE = "jcoyote.include";

    /** Packages that get no scheduling point. */
    public static final String EXCLUDE = "jcoyote.exclude";

    /** Tests to run systematically although no annotation says so; a system property only. */
    public static final String TESTS = "jcoyote.tests";

    private static final String RANDOM = "random";

    private final Function<String, @Nullable String> values;

    /** Those with these values; null or blank stands for a parameter that is not given. */
    public RunParameters(Function<String, @Nullable String> values) {
        this.values = values;
    }

    /** Those given as system properties. */
    public static RunParameters ofSystem() {
        return new RunParameters(System::getProperty);
    }

    /**
     * The seed that was given or drawn; empty if none was asked for.
     *
     * @throws IllegalArgumentException if it is no number
     */
    public OptionalLong seed() {
        String text = text(SEED);
        if (text == null) {
            return OptionalLong.empty();
        }
        if (text.toLowerCase(Locale.ROOT).equals(RANDOM)) {
            // short enough to be typed
            return OptionalLong.of(ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE));
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    SEED + " must be a whole number or \"" + RANDOM + "\", but is \"" + text + "\"", e);
        }
    }

    /** The engine that was asked for. */
    public Optional<String> engine() {
        return Optional.ofNullable(text(ENGINE));
    }

    /**
     * The isolation that was asked for.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public Optional<Isolation> isolation() {
        return Optional.ofNullable(text(ISOLATION)).map(Isolation::of);
    }

    /**
     * What is chosen about time: the parameters where there are some, else what the test asks for.
     *
     * @throws IllegalArgumentException if a parameter is wrong
     */
    public TimeSettings time(TimeSettings asked) {
        TimeSettings time = asked;
        String start = text(START_TIME);
        if (start != null) {
            time = time.from(TimeSettings.instant(start));
        }
        String timeouts = text(TIMEOUTS);
        if (timeouts != null) {
            time = time.exploringTimeouts(TimeSettings.areExplored(TIMEOUTS, timeouts));
        }
        String spurious = text(SPURIOUS_WAKEUPS);
        if (spurious != null) {
            time = time.wakingSpuriously(Boolean.parseBoolean(spurious));
        }
        return time;
    }

    /**
     * What becomes of data races: the parameters where there are some, else what the test asks for.
     *
     * @throws IllegalArgumentException if there is no such treatment
     */
    public RaceSettings races(RaceSettings asked) {
        String mode = text(RACES);
        String file = text(BENIGN_RACES);
        RaceSettings races = mode == null ? asked : asked.with(RaceMode.of(mode));
        return file == null ? races : races.withBenign(Path.of(file));
    }

    /**
     * How failures are explained: the parameter if there is one, else as the test asks.
     *
     * @throws IllegalArgumentException if the parameter is neither a number of executions nor a time
     */
    public ExplanationSettings explanation(ExplanationSettings asked) {
        String budget = text(MINIMIZE_BUDGET);
        return budget == null ? asked : ExplanationSettings.of(budget);
    }

    /**
     * How many executions to run twice: the parameter if there is one, else as the test asks.
     *
     * @throws IllegalArgumentException if the parameter is no number
     */
    public Configuration checked(Configuration asked) {
        String text = text(CHECK_DETERMINISM);
        try {
            return text == null ? asked : asked.withDeterminismChecks(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    CHECK_DETERMINISM + " must be a number of executions, but is \"" + text + "\"", e);
        }
    }

    /** The packages that were asked for, where they were, else those. */
    public Packages packages(Packages asked) {
        String include = text(INCLUDE);
        String exclude = text(EXCLUDE);
        Packages included = include == null ? asked : asked.including(include);
        return exclude == null ? included : included.excluding(exclude);
    }

    /** The seed of a test for which none is chosen: no negative number, and the same in every run. */
    public static long derivedSeed(String test) {
        return test.hashCode() & Integer.MAX_VALUE;
    }

    /** What the names of a test's files begin with, in a directory that many test classes share. */
    public static String fileName(String test) {
        int method = Math.max(0, test.lastIndexOf('.'));
        return test.substring(test.lastIndexOf('.', method - 1) + 1);
    }

    /** The schedule file to replay; null to explore. */
    public @Nullable Path replay() {
        String text = text(REPLAY);
        return text == null ? null : Path.of(text);
    }

    /** Where schedules and reports are written: what was given, else where the build tool writes its own output. */
    public Path output() {
        String text = text(OUTPUT);
        return text != null ? Path.of(text) : output(Path.of(""));
    }

    /** Where a build tool with that working directory expects what tests write. */
    static Path output(Path workingDirectory) {
        for (String folder : new String[] {"target", "build"}) {
            if (Files.isDirectory(workingDirectory.resolve(folder))) {
                return workingDirectory.resolve(folder).resolve("jcoyote");
            }
        }
        return workingDirectory.resolve("jcoyote-output");
    }

    private @Nullable String text(String name) {
        String text = values.apply(name);
        return text == null || text.isBlank() ? null : text.strip();
    }
}
