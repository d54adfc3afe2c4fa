package dev.jcoyote.junit;

import dev.jcoyote.Configuration;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
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
    static TestSettings of(SystematicTest annotation, ExtensionContext context) {
        String test = testName(context);
        try {
            if (context.getTestInstanceLifecycle().orElse(null) == TestInstance.Lifecycle.PER_CLASS) {
                throw new IllegalArgumentException("Each execution needs an instance of its own, but the class has one"
                        + " for all tests: remove @TestInstance(PER_CLASS)");
            }
            Parameters parameters = new Parameters(context);
            Configuration configuration = Configuration.defaults()
                    .withTestName(test)
                    .withIterations(annotation.iterations())
                    .withStrategy(annotation.strategy())
                    .withDepth(annotation.depth())
                    .withSeed(parameters.seed().orElseGet(() -> seed(annotation, context)))
                    .withTimeLimit(timeLimit(annotation.timeoutSeconds()))
                    .withMaxSteps(annotation.maxSteps())
                    .withFailOnMaxSteps(annotation.failOnMaxSteps());
            Replay replay = Replay.of(annotation, parameters, test);
            // What is replayed is on disk already.
            return new TestSettings(
                    replay != null ? configuration : configuration.withOutputDirectory(parameters.output()), replay);
        } catch (IllegalArgumentException e) {
            throw new ExtensionConfigurationException("@SystematicTest of " + test + ": " + e.getMessage(), e);
        }
    }

    private static String testName(ExtensionContext context) {
        return context.getRequiredTestClass().getName() + "."
                + context.getRequiredTestMethod().getName();
    }

    /** The same on every machine and in every run: a test that passed must not fail because it was run again. */
    private static long seed(SystematicTest annotation, ExtensionContext context) {
        if (annotation.seed() != SystematicTest.DERIVED_SEED) {
            return annotation.seed();
        }
        String name = context.getRequiredTestClass().getName() + "#"
                + context.getRequiredTestMethod().getName();
        return name.hashCode();
    }

    private static @Nullable Duration timeLimit(int seconds) {
        if (seconds < 0) {
            throw new IllegalArgumentException(
                    "The timeout must be a number of seconds, or 0 for none, but is " + seconds);
        }
        return seconds == 0 ? null : Duration.ofSeconds(seconds);
    }
}
