package dev.jcoyote.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.jcoyote.examples.junit.Samples;
import dev.jcoyote.testing.RunParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.opentest4j.TestAbortedException;

class WrongUseTest {
    private static final String SAMPLES = "dev.jcoyote.examples.junit.Samples$";

    @TempDir
    private Path output;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WrongUse#unknownEngine | There is no engine \"fibre\"; choose one of auto, fiber, platform",
                "WrongUse#unknownStrategy | There is no strategy \"randon\"; choose one of random, ",
                "WrongUse#negativeIterations | The number of iterations must be at least 1, but is -1",
                "WrongUse#negativeTimeout | The timeout must be a number of seconds, or 0 for none, but is -1"
            })
    void aWrongSettingFailsTheTestWithItsName(String method, String message) {
        assertThat(Runs.thrown(Runs.of(SAMPLES + method, output)))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageStartingWith("@SystematicTest of " + SAMPLES + method.replace('#', '.') + ": ")
                .hasMessageContaining(message);
    }

    @Test
    void aSeedThatIsNoNumberIsRefused() {
        assertThat(Runs.thrown(Runs.of(SAMPLES + "Correct#increments", output, Map.of(RunParameters.SEED, "x"))))
                .hasMessageContaining("jcoyote.seed must be a whole number or \"random\", but is \"x\"");
    }

    @Test
    void aScheduleThatIsNotThereIsRefused() {
        assertThat(Runs.thrown(Runs.of(SAMPLES + "WrongUse#missingReplay", output)))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("there is no such file")
                .hasMessageContaining("the working directory is " + Path.of("").toAbsolutePath());
    }

    @Test
    void aFileThatIsNoScheduleIsRefused() throws IOException {
        Path file = Files.writeString(output.resolve("x.schedule"), "something else\n");

        assertThat(Runs.thrown(
                        Runs.of(SAMPLES + "Correct#increments", output, Map.of(RunParameters.REPLAY, file.toString()))))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("x.schedule")
                .hasMessageContaining("is not a jcoyote schedule");
    }

    @Test
    void aScheduleOfAnotherTestIsRefusedIfTheTestNamesIt() throws IOException {
        Runs.of(SAMPLES + "Deadlock#locksInOppositeOrders", output);
        Path foreign = Path.of(Samples.FOREIGN_SCHEDULE);
        Files.createDirectories(foreign.getParent());
        Files.move(
                output.resolve("Samples_Deadlock.locksInOppositeOrders_0.schedule"),
                foreign,
                StandardCopyOption.REPLACE_EXISTING);

        assertThat(Runs.thrown(Runs.of(SAMPLES + "WrongUse#foreignReplay", output)))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("belongs to " + SAMPLES + "Deadlock.locksInOppositeOrders")
                .hasMessageContaining("If that is an old name of this test");
    }

    @Test
    void aRunThatReplaysATestAbortsTheOthers() {
        Runs.of(SAMPLES + "Deadlock#locksInOppositeOrders", output);
        String schedule = output.resolve("Samples_Deadlock.locksInOppositeOrders_0.schedule")
                .toString();

        TestExecutionResult result =
                Runs.result(Runs.of(SAMPLES + "Correct#increments", output, Map.of(RunParameters.REPLAY, schedule)));

        assertThat(result.getStatus()).isEqualTo(TestExecutionResult.Status.ABORTED);
        assertThat(result.getThrowable().orElseThrow())
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("belongs to " + SAMPLES + "Deadlock.locksInOppositeOrders");
    }

    @Test
    void methodsThatCannotBeTestsAreNamedByJUnit() {
        assertThat(EngineTestKit.engine("junit-jupiter")
                        .selectors(selectClass(Samples.WrongUse.class))
                        .discover()
                        .getDiscoveryIssues())
                .extracting(issue -> issue.message())
                .anySatisfy(message -> assertThat(message).contains("isPrivate", "must not be private"))
                .anySatisfy(message -> assertThat(message).contains("isStatic", "must not be static"))
                .anySatisfy(message -> assertThat(message).contains("returnsSomething", "must not return a value"));
    }
}
