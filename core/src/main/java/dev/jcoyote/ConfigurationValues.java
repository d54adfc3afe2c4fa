package dev.jcoyote;

import dev.jcoyote.engine.Engines;
import dev.jcoyote.install.Packages;
import dev.jcoyote.scheduler.TimeSettings;
import dev.jcoyote.strategy.Strategies;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a {@link Configuration} says: its values, and how they are read. */
abstract class ConfigurationValues implements Cloneable {
    private static final int BY_LENGTH = -1;
    private static final int USUAL_DETERMINISM_CHECKS = 2;

    String testName = "test";

    @Nullable
    String fileName;

    int iterations = 1_000;
    int firstExecution = 1;

    @Nullable
    Duration timeLimit;

    String strategy = Strategies.DEFAULT;
    int depth = 3;
    String engine = Engines.AUTO;
    String learned = "";
    long seed;
    int maxSteps = 100_000;
    boolean exploreAll;
    boolean plainAccesses;
    boolean deep;
    Isolation isolation = Isolation.STATICS;
    int determinismChecks = BY_LENGTH;
    TimeSettings time = TimeSettings.USUAL;
    Demands demands = Demands.USUAL;
    Packages packages = Packages.USUAL;
    RaceSettings races = RaceSettings.USUAL;
    ExplanationSettings explanation = ExplanationSettings.USUAL;
    boolean tolerant;
    Duration watchdog = Duration.ofSeconds(10);

    @Nullable
    Path outputDirectory;

    @Nullable
    ClassLoader contextClassLoader;

    boolean callersThreadLocals;
    ExplorationListener listener = ExplorationListener.NONE;

    @Nullable
    Path corpus;

    ConfigurationValues() {}

    /** See {@link Configuration#withTestName}. */
    public String testName() {
        return testName;
    }

    /** See {@link Configuration#withFileName}. */
    public String fileName() {
        return fileName != null ? fileName : testName.substring(testName.lastIndexOf('.') + 1);
    }

    /** See {@link Configuration#withIterations}. */
    public int iterations() {
        return iterations;
    }

    /** See {@link Configuration#withFirstExecution}. */
    public int firstExecution() {
        return firstExecution;
    }

    /** See {@link Configuration#withTimeLimit}. */
    public @Nullable Duration timeLimit() {
        return timeLimit;
    }

    /** See {@link Configuration#withStrategy}. */
    public String strategy() {
        return strategy;
    }

    /** See {@link Configuration#withDepth}. */
    public int depth() {
        return depth;
    }

    /** See {@link Configuration#withEngine}. */
    public String engine() {
        return engine;
    }

    /** See {@link Configuration#withLearned}. */
    public String learned() {
        return learned;
    }

    /** See {@link Configuration#withSeed}. */
    public long seed() {
        return seed;
    }

    /** See {@link Configuration#withMaxSteps}. */
    public int maxSteps() {
        return maxSteps;
    }

    /** See {@link Configuration#withExploreAll}. */
    public boolean exploreAll() {
        return exploreAll;
    }

    /** See {@link Configuration#withDeep}. */
    public boolean deep() {
        return deep;
    }

    /** See {@link Configuration#withIsolation}. */
    public Isolation isolation() {
        return isolation;
    }

    /** See {@link Configuration#withPlainAccesses}. */
    public boolean plainAccesses() {
        return plainAccesses;
    }

    /** See {@link Configuration#withDeterminismChecks}. */
    public int determinismChecks() {
        if (determinismChecks == BY_LENGTH) {
            return iterations == 1 ? 0 : USUAL_DETERMINISM_CHECKS;
        }
        return determinismChecks;
    }

    /** See {@link Configuration#withTime}. */
    public TimeSettings time() {
        return time;
    }

    /** See {@link Configuration#withDemands}. */
    public Demands demands() {
        return demands;
    }

    /** See {@link Configuration#withPackages}. */
    public Packages packages() {
        return packages;
    }

    /** See {@link Configuration#withRaces}. */
    public RaceSettings races() {
        return races;
    }

    /** See {@link Configuration#withExplanation}. */
    public ExplanationSettings explanation() {
        return explanation;
    }

    /** See {@link Configuration#withTolerant}. */
    public boolean tolerant() {
        return tolerant;
    }

    /** See {@link Configuration#withWatchdog}. */
    public Duration watchdog() {
        return watchdog;
    }

    /** See {@link Configuration#withOutputDirectory}. */
    public @Nullable Path outputDirectory() {
        return outputDirectory;
    }

    /** See {@link Configuration#withContextClassLoader}. */
    public @Nullable ClassLoader contextClassLoader() {
        return contextClassLoader;
    }

    /** See {@link Configuration#withCallersThreadLocals}. */
    public boolean callersThreadLocals() {
        return callersThreadLocals;
    }

    /** See {@link Configuration#withListener}. */
    public ExplorationListener listener() {
        return listener;
    }

    /** See {@link Configuration#withCorpus}. */
    public @Nullable Path corpus() {
        return corpus;
    }
}
