package dev.jcoyote;

import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.control.ThreadLocals;
import dev.jcoyote.install.InstallationException;
import dev.jcoyote.install.Installer;
import dev.jcoyote.schedule.Schedule;
import dev.jcoyote.schedule.ScheduleFile;
import dev.jcoyote.strategy.Strategies;
import dev.jcoyote.testing.DirectRun;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** The entry to systematic testing from code: explores a test body, or replays one of its executions. */
public final class SystematicTesting {
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private SystematicTesting() {}

    /**
     * Runs the body under many interleavings, and fails at the first one that has a bug: what {@code @SystematicTest}
     * does in JUnit 5, for a test of any other framework and for a {@code main}.
     *
     * <p>The test is named after the calling method, and its seed follows from that name. The system properties
     * {@code jcoyote.seed}, {@code jcoyote.replay} and {@code jcoyote.output} are heeded: if a schedule of another test is
     * to be replayed, the body is not run. What executions print is shown only of the one that fails.
     *
     * <p>The caller's class was loaded before the agent unless the JVM was started with it: its synchronized methods are
     * not under control then, and the warnings name them.
     *
     * @throws BugFoundError if an execution has a bug
     * @throws InstallationException if this JVM cannot be instrumented
     */
    public static void run(TestBody body) {
        DirectRun.of(null, body, SystematicTesting.class);
    }

    /** Does what {@link #run(TestBody)} does, as the configuration says. */
    public static void run(Configuration configuration, TestBody body) {
        DirectRun.of(configuration, body, SystematicTesting.class);
    }

    /**
     * Runs the body under many interleavings.
     *
     * <p>Explorations of one JVM queue. The calling thread is not under control; the body runs on a thread of its own.
     *
     * @throws InstallationException if this JVM cannot be instrumented
     * @throws java.io.UncheckedIOException if the output directory cannot be written, before anything is run
     * @throws IllegalStateException if the caller is a test body itself
     * @throws IllegalArgumentException if the configuration names a corpus that cannot be read
     */
    public static Report explore(Configuration configuration, TestBody body) {
        Path corpus = configuration.corpus();
        return corpus == null
                ? perform(configuration, body, Exploration::explore)
                : new Corpus(configuration, corpus, body).explore();
    }

    /**
     * Runs the body once, under the schedule's decisions.
     *
     * <p>Where the code has changed, the report tells the first {@linkplain Report#divergence divergence}; the execution
     * then ends there, unless the configuration is {@linkplain Configuration#withTolerant tolerant}. The settings that
     * change scheduling points are the schedule's, whatever the configuration says.
     *
     * @throws IllegalArgumentException if the schedule's header lacks what a replay needs
     */
    public static Report replay(Configuration configuration, Schedule schedule, TestBody body) {
        return perform(ReplaySettings.of(configuration, schedule), body, exploration -> exploration.replay(schedule));
    }

    /**
     * Does what {@link #replay} does and, if the execution fails, finds out why: the bug in the report has an
     * {@linkplain Bug#explanation explanation}, whatever the configuration says of explanations but their budget.
     *
     * @throws IllegalArgumentException if the schedule's header lacks what a replay needs
     */
    public static Report explain(Configuration configuration, Schedule schedule, TestBody body) {
        return perform(ReplaySettings.of(configuration, schedule), body, exploration -> exploration.explain(schedule));
    }

    /**
     * Explains the bugs of a report that other processes have found with the same configuration.
     *
     * @return the report, in which those bugs have explanations that could be repeated
     * @throws InstallationException if this JVM cannot be instrumented
     */
    public static Report explain(Configuration configuration, Report report, TestBody body) {
        if (report.bugs().isEmpty() || !configuration.explanation().wanted()) {
            return report;
        }
        return perform(configuration, body, exploration -> exploration.explain(report));
    }

    /**
     * Runs those executions of an exploration that the source hands out, while other processes run the others. The
     * results are added up with {@link ReportMerger}.
     *
     * <p>The configuration's listener hears of executions, and ends a range before the next one. The configuration must
     * name an output directory, which should be this process's own.
     *
     * @throws InstallationException if this JVM cannot be instrumented
     */
    public static void exploreRanges(Configuration configuration, TestBody body, RangeSource source) {
        Objects.requireNonNull(configuration.outputDirectory(), "An output directory is needed");
        perform(configuration, body, exploration -> {
            exploration.explore(source);
            return source;
        });
    }

    private static <T> T perform(Configuration configuration, TestBody body, Function<Exploration, T> how) {
        long start = System.nanoTime();
        if (configuration.outputDirectory() != null) {
            ScheduleFile.checkWritable(configuration.outputDirectory());
        }
        Installer installer = Installer.find();
        installer.install(SystematicTesting.class);
        installer.instrumentPlainAccesses(configuration.plainAccesses());
        installer.instrumentRaces(
                configuration.races().mode() != RaceMode.OFF || Strategies.isSequential(configuration.strategy()));
        installer.instrumentPackages(configuration.packages());
        ExecutionGuard.refuseInsideExecution();
        ONE_AT_A_TIME.lock();
        try (ExecutionRunner runner =
                new ExecutionRunner(configuration.engine(), loader(configuration), threadLocals(configuration))) {
            installer.instrumentJdk(configuration.deep());
            runner.set(configuration.time());
            runner.setLivenessBound(configuration.demands().livenessBound());
            runner.statics().renew(configuration.isolation() == Isolation.STATICS);
            RaceWatch races = new RaceWatch(configuration, runner, loader(configuration));
            return how.apply(new Exploration(configuration, body, runner, races, installer, start));
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    /** Who finds the program's classes. */
    static ClassLoader loader(Configuration configuration) {
        ClassLoader chosen = configuration.contextClassLoader();
        if (chosen != null) {
            return chosen;
        }
        ClassLoader callers = Thread.currentThread().getContextClassLoader();
        return callers != null ? callers : ClassLoader.getSystemClassLoader();
    }

    private static ThreadLocals threadLocals(Configuration configuration) {
        return configuration.callersThreadLocals() ? ThreadLocals.ofCurrentThread() : ThreadLocals.NONE;
    }
}
