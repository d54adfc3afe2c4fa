package dev.jcoyote.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jcoyote.BugFoundError;
import dev.jcoyote.Configuration;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.examples.junit.LostUpdate;
import dev.jcoyote.testing.RunParameters;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a test of another framework calls. */
class DirectRunTest {
    @TempDir
    private Path output;

    @BeforeEach
    void writeThere() {
        System.setProperty(RunParameters.OUTPUT, output.toString());
    }

    @AfterEach
    void forgetParameters() {
        System.clearProperty(RunParameters.OUTPUT);
        System.clearProperty(RunParameters.REPLAY);
        System.clearProperty(RunParameters.SEED);
    }

    private static BugFoundError failure() {
        return catchThrowableOfType(BugFoundError.class, () -> SystematicTesting.run(LostUpdate::twoThreads));
    }

    @Test
    void aBugFailsItUnderTheNameOfTheCallingMethodAndReplays() {
        BugFoundError failure = failure();

        Path schedule = output.resolve("DirectRunTest.failure_0.schedule");
        assertThat(schedule).content().contains("test: " + DirectRunTest.class.getName() + ".failure\n");
        assertThat(failure).hasMessageContaining("Schedule:  " + schedule);

        System.setProperty(RunParameters.REPLAY, schedule.toString());
        assertThat(failure()).hasMessage(failure.getMessage().replace("Schedule:  ", "Replayed:  "));
    }

    @Test
    void aBodyThatIsNotToBeReplayedIsLeftOut() {
        failure();
        System.setProperty(
                RunParameters.REPLAY,
                output.resolve("DirectRunTest.failure_0.schedule").toString());
        AtomicInteger runs = new AtomicInteger();

        SystematicTesting.run(runs::incrementAndGet);

        assertThat(runs).hasValue(0);
    }

    @Test
    void theConfigurationSaysHowToExploreAndTheRunMayOverrideTheSeed() {
        AtomicInteger runs = new AtomicInteger();
        Configuration configuration = Configuration.defaults()
                .withIterations(3)
                .withDeterminismChecks(0)
                .withSeed(5);

        SystematicTesting.run(configuration, runs::incrementAndGet);
        assertThat(runs).hasValue(3);

        System.setProperty(RunParameters.SEED, "77");
        assertThatThrownBy(() -> SystematicTesting.run(configuration.withIterations(1_000), LostUpdate::twoThreads))
                .isInstanceOf(BugFoundError.class)
                .hasMessageContaining("of seed 77]");
    }

    @Test
    void aWrongParameterIsRefused() {
        System.setProperty(RunParameters.SEED, "many");

        assertThatThrownBy(() -> SystematicTesting.run(() -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("jcoyote.seed must be a whole number or \"random\", but is \"many\"");
    }
}
