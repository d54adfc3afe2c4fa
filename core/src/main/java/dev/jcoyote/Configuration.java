package dev.jcoyote;

import dev.jcoyote.engine.Engines;
import dev.jcoyote.install.Packages;
import dev.jcoyote.scheduler.TimeSettings;
import dev.jcoyote.strategy.Strategies;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How to explore. Immutable; each {@code with} method returns a changed copy and refuses a value out of range with an
 * {@link IllegalArgumentException} that says what is allowed.
 */
public final class Configuration extends ConfigurationValues {
    private Configuration() {}

    private Configuration copy() {
        try {
            return (Configuration) clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** 1,000 executions by the default strategy with seed 0, stopping at the first bug. */
    public static Configuration defaults() {
        return new Configuration();
    }

    /** The test's name as {@code fully.qualified.Class.method}; schedules and reports carry it. */
    public Configuration withTestName(String name) {
        Configuration copy = copy();
        copy.testName = Objects.requireNonNull(name);
        return copy;
    }

    /** How many executions to run at most; at least 1. */
    public Configuration withIterations(int number) {
        Configuration copy = copy();
        copy.iterations = Least.of(1, number, "The number of iterations");
        return copy;
    }

    /** The number of the first execution, from 1: a greater one runs later executions of the same seed alone. */
    public Configuration withFirstExecution(int number) {
        Configuration copy = copy();
        copy.firstExecution = Least.of(1, number, "The number of the first execution");
        return copy;
    }

    /** When to stop exploring even if executions are left; null for no limit. */
    public Configuration withTimeLimit(@Nullable Duration limit) {
        if (limit != null && (limit.isNegative() || limit.isZero())) {
            throw new IllegalArgumentException("The time limit must be positive, but is " + limit);
        }
        Configuration copy = copy();
        copy.timeLimit = limit;
        return copy;
    }

    /** The strategy, by one of the names that {@link Strategies#names} lists. */
    public Configuration withStrategy(String name) {
        Strategies.requireKnown(name);
        Configuration copy = copy();
        copy.strategy = name;
        return copy;
    }

    /** The depth of PCT: the number of ordering constraints that a bug needs, at least 1. */
    public Configuration withDepth(int number) {
        Configuration copy = copy();
        copy.depth = Least.of(1, number, "The depth");
        return copy;
    }

    /** The engine that suspends and resumes threads, by one of the names that {@link Engines#names} lists. */
    public Configuration withEngine(String name) {
        Engines.requireKnown(name);
        Configuration copy = copy();
        copy.engine = name;
        return copy;
    }

    /** What the strategy had learned before the first execution, as a schedule's header tells it. */
    public Configuration withLearned(String pairs) {
        Configuration copy = copy();
        copy.learned = Objects.requireNonNull(pairs);
        return copy;
    }

    /** The seed; the same seed gives the same exploration. */
    public Configuration withSeed(long number) {
        Configuration copy = copy();
        copy.seed = number;
        return copy;
    }

    /** How many scheduling points an execution may have, at least 1. */
    public Configuration withMaxSteps(int number) {
        Configuration copy = copy();
        copy.maxSteps = Least.of(1, number, "The maximum of steps");
        return copy;
    }

    /** Whether to go on after the first bug. */
    public Configuration withExploreAll(boolean all) {
        Configuration copy = copy();
        copy.exploreAll = all;
        return copy;
    }

    /** Whether accesses of plain fields and array elements are scheduling points too, in classes not loaded yet. */
    public Configuration withPlainAccesses(boolean plain) {
        Configuration copy = copy();
        copy.plainAccesses = plain;
        return copy;
    }

    /** Whether the JDK's concurrent classes and collections have points inside: for those who test such classes. */
    public Configuration withDeep(boolean inside) {
        Configuration copy = copy();
        copy.deep = inside;
        return copy;
    }

    /** What keeps executions from seeing what others left in static fields. */
    public Configuration withIsolation(Isolation kind) {
        Configuration copy = copy();
        copy.isolation = kind;
        return copy;
    }

    /** Which packages get scheduling points and which do not, in classes not loaded yet. */
    public Configuration withPackages(Packages chosen) {
        Configuration copy = copy();
        copy.packages = Objects.requireNonNull(chosen);
        return copy;
    }

    /**
     * How many executions, from the first, to run a second time with the same choices: a warning tells where that differs.
     * By default 2, and none if there is to be only one execution.
     */
    public Configuration withDeterminismChecks(int number) {
        Configuration copy = copy();
        copy.determinismChecks = Least.of(0, number, "The number of executions to check");
        return copy;
    }

    /** What is chosen about time: when it begins, and which waits end. */
    public Configuration withTime(TimeSettings settings) {
        Configuration copy = copy();
        copy.time = Objects.requireNonNull(settings);
        return copy;
    }

    /** What becomes of data races. */
    public Configuration withRaces(RaceSettings settings) {
        Configuration copy = copy();
        copy.races = Objects.requireNonNull(settings);
        return copy;
    }

    /** What is demanded of executions besides that they do not crash. */
    public Configuration withDemands(Demands chosen) {
        Configuration copy = copy();
        copy.demands = Objects.requireNonNull(chosen);
        return copy;
    }

    /** Whether failures are explained, and how much that may cost. */
    public Configuration withExplanation(ExplanationSettings settings) {
        Configuration copy = copy();
        copy.explanation = Objects.requireNonNull(settings);
        return copy;
    }

    /** Whether a replay that meets something else than was recorded goes on as well as it can. */
    public Configuration withTolerant(boolean goOn) {
        Configuration copy = copy();
        copy.tolerant = goOn;
        return copy;
    }

    /** How long an execution may go without any progress before it is called stuck; zero for no watchdog. */
    public Configuration withWatchdog(Duration limit) {
        if (limit.isNegative()) {
            throw new IllegalArgumentException("The watchdog's limit must not be negative, but is " + limit);
        }
        Configuration copy = copy();
        copy.watchdog = limit;
        return copy;
    }

    /** Where schedules and reports are written; null to write none. */
    public Configuration withOutputDirectory(@Nullable Path directory) {
        Configuration copy = copy();
        copy.outputDirectory = directory;
        return copy;
    }

    /** The context class loader of the execution's main thread; null for the caller's. */
    public Configuration withContextClassLoader(@Nullable ClassLoader loader) {
        Configuration copy = copy();
        copy.contextClassLoader = loader;
        return copy;
    }

    /** Whether the execution's main thread begins with the thread locals of the caller, or with none. */
    public Configuration withCallersThreadLocals(boolean callers) {
        Configuration copy = copy();
        copy.callersThreadLocals = callers;
        return copy;
    }

    /** Who follows the exploration. */
    public Configuration withListener(ExplorationListener follower) {
        Configuration copy = copy();
        copy.listener = Objects.requireNonNull(follower);
        return copy;
    }

    /** What the names of schedules and reports begin with, made fit for files; by default the method's name. */
    public Configuration withFileName(String name) {
        Configuration copy = copy();
        copy.fileName = Objects.requireNonNull(name);
        return copy;
    }

    /**
     * A folder of schedules, of which those of this test are replayed before anything is explored: a bug that one of them
     * still shows ends the exploration, unless all bugs are asked for. Null for none.
     */
    public Configuration withCorpus(@Nullable Path folder) {
        Configuration copy = copy();
        copy.corpus = folder;
        return copy;
    }
}
