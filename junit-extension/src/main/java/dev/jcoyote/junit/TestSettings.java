package dev.jcoyote.junit;

import dev.jcoyote.Configuration;
import dev.jcoyote.Demands;
import dev.jcoyote.Expectation;
import dev.jcoyote.ExplanationSettings;
import dev.jcoyote.Isolation;
import dev.jcoyote.RaceSettings;
import dev.jcoyote.install.Packages;
import dev.jcoyote.schedule.ScheduleFolder;
import dev.jcoyote.scheduler.TimeSettings;
import dev.jcoyote.testing.Replay;
import dev.jcoyote.testing.RunParameters;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * What a systematic test asks for, by its annotation and by the parameters of the run.
 *
 * @param configuration how to explore or replay
 * @param replay what to replay; null to explore
 */
record TestSettings(Configuration configuration, @Nullable Replay replay) {
    /**
     * Reads the settings.
     *
     * @throws ExtensionConfigurationException if one is wrong
     * @throws TestAbortedException if the run replays a schedule of another test
     */
    static TestSettings of(Request request, ExtensionContext context) {
        RunParameters parameters = new RunParameters(
                name -> context.getConfigurationParameter(name).orElse(null));
        SystematicTest asked = request.settings();
        try {
            Configuration configuration = Configuration.defaults()
                    .withTestName(request.test())
                    .withFileName(RunParameters.fileName(request.test()))
                    .withIterations(asked.iterations())
                    .withStrategy(asked.strategy())
                    .withDepth(asked.depth())
                    .withEngine(parameters.engine().orElse(asked.engine()))
                    .withDeep(asked.deep())
                    .withIsolation(isolation(parameters.isolation().orElse(asked.isolation())))
                    .withSeed(parameters.seed().orElseGet(() -> seed(request)))
                    .withTimeLimit(timeLimit(asked.timeout()))
                    .withMaxSteps(asked.maxSteps())
                    .withTime(parameters.time(time(asked)))
                    .withRaces(parameters.races(RaceSettings.USUAL.with(asked.races())))
                    .withDemands(demands(asked))
                    .withExplanation(parameters.explanation(explanation(asked)))
                    .withDeterminismChecks(asked.checkDeterminism())
                    .withOutputDirectory(parameters.output())
                    .withCorpus(corpus(asked));
            return new TestSettings(
                    parameters.checked(configuration.withPackages(parameters.packages(Packages.USUAL))),
                    replay(request, parameters.replay()));
        } catch (IllegalArgumentException e) {
            throw new ExtensionConfigurationException(
                    "@SystematicTest of " + request.test() + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable Path corpus(SystematicTest asked) {
        if (asked.corpus().isBlank()) {
            return null;
        }
        Path folder = Path.of(asked.corpus().strip());
        try {
            ScheduleFolder.files(folder);
        } catch (UncheckedIOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return folder;
    }

    private static Isolation isolation(Isolation asked) {
        if (asked == Isolation.LOADER) {
            throw new IllegalArgumentException(
                    "JUnit has loaded the test's classes, so they cannot be loaded anew: choose STATICS or NONE");
        }
        return asked;
    }

    private static @Nullable Replay replay(Request request, @Nullable Path ofRun) {
        String ofTest = request.settings().replay().strip();
        if (ofRun != null) {
            Replay replay = Replay.read(ofRun);
            if (!replay.isOf(request.test())) {
                throw new TestAbortedException(request.test() + " is left out of the replay: " + replay.owner());
            }
            RunListener.replayed();
            return replay;
        }
        if (ofTest.isEmpty()) {
            return null;
        }
        Replay replay = Replay.read(Path.of(ofTest));
        if (!replay.isOf(request.test())) {
            throw new IllegalArgumentException(replay.owner()
                    + ". If that is an old name of this test, correct the line \"test: ...\" in the file, and leave out"
                    + " the check sum in its last line");
        }
        return replay;
    }

    /** The same on every machine and in every run: a test that passed must not fail because it was run again. */
    private static long seed(Request request) {
        long asked = request.settings().seed();
        return asked != SystematicTest.DERIVED_SEED ? asked : RunParameters.derivedSeed(request.test());
    }

    private static TimeSettings time(SystematicTest asked) {
        String start = asked.startTime().strip();
        return new TimeSettings(
                start.isEmpty() ? TimeSettings.USUAL_START : TimeSettings.instant(start),
                asked.exploreTimeouts(),
                asked.spuriousWakeups());
    }

    private static ExplanationSettings explanation(SystematicTest asked) {
        String budget = asked.minimizeBudget();
        return budget.isBlank() ? ExplanationSettings.USUAL : ExplanationSettings.of(budget);
    }

    private static Demands demands(SystematicTest asked) {
        boolean isNone = asked.expect() == SystematicTest.None.class;
        return new Demands(
                asked.livenessBound(), asked.failOnMaxSteps(), isNone ? null : Expectation.of(asked.expect()));
    }

    private static @Nullable Duration timeLimit(int seconds) {
        if (seconds < 0) {
            throw new IllegalArgumentException(
                    "The timeout must be a number of seconds, or 0 for none, but is " + seconds);
        }
        return seconds == 0 ? null : Duration.ofSeconds(seconds);
    }
}
