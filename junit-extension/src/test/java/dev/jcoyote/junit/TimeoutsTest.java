package dev.jcoyote.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;

class TimeoutsTest {
    private static final String TIMEOUTS = "dev.jcoyote.examples.junit.Timeouts$";

    @TempDir
    private Path output;

    private Throwable thrown(String test, Map<String, String> parameters) {
        return Runs.thrown(Runs.of(TIMEOUTS + test, output, parameters));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OfEachExecution#manyShortOnes",
                "OfEachExecution#withALimitOfItsOwn",
                "OfEachExecution#inAThreadOfItsOwn",
                "Asserted#inTime"
            })
    void anExplorationMayTakeLongerThanAnExecution(String test) {
        assertThat(Runs.result(Runs.of(TIMEOUTS + test, output)).getThrowable()).isEmpty();
    }

    @Test
    void anExecutionThatTakesTooLongFails() {
        assertThat(thrown("OfEachExecution#oneThatIsTooLong", Map.of()))
                .hasCauseInstanceOf(TimeoutException.class)
                .hasMessageContaining(
                        "oneThatIsTooLong() timed out: it may take 1.0 s, but took 1.5 s of virtual time");
    }

    @Test
    void aMethodBeforeTheTestThatTakesTooLongFails() {
        assertThat(thrown("OfLifecycle#test", Map.of()))
                .hasCauseInstanceOf(TimeoutException.class)
                .hasMessageContaining("prepare() timed out");
    }

    @Test
    void theDefaultOfTheRunIsHeeded() {
        Map<String, String> parameters = Map.of("junit.jupiter.execution.timeout.default", "200 ms");

        assertThat(thrown("Asserted#inTime", parameters)).hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void aDeadlockIsReportedAsOneAndNotAsATimeout() {
        assertThat(thrown("OfEachExecution#deadlockedWithinIt", Map.of())).hasMessageStartingWith("deadlock: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asserted#tooLate", "Asserted#tooLateWithoutPreemption"})
    void assertionsOfTimeSeeVirtualTime(String test) {
        assertThat(thrown(test, Map.of()))
                .hasCauseInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("execution");
    }
}
