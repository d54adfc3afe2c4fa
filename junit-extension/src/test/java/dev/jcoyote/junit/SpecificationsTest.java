package dev.jcoyote.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.BugFoundError;
import dev.jcoyote.testing.RunParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.opentest4j.TestAbortedException;

/** What tests demand besides that nothing crashes, and the bugs that they must have. */
class SpecificationsTest {
    private static final String SPECIFICATIONS = "dev.jcoyote.examples.junit.Specifications$";

    @TempDir
    private Path output;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Values#onlyDifferentNames",
                "Demands#theBalanceIsNeverNegative",
                "Demands#everyRequestIsAnswered",
                "Demands#everyTaskIsDone",
                "Demands#twoThreadsThatAreTooPolite",
                "Expecting#locksInBothOrders",
                "Expecting#anExceptionOfThatType",
                "Expecting#anExceptionOfASubtype"
            })
    void whatMeetsItsDemandsPasses(String test) {
        assertThat(Runs.result(Runs.of(SPECIFICATIONS + test, output)).getThrowable())
                .isEmpty();
    }

    @Test
    void everyValueIsTriedWithEveryOrder() {
        assertThat(Runs.thrown(Runs.of(SPECIFICATIONS + "Values#everyCapacityWillDo", output)))
                .isInstanceOf(BugFoundError.class)
                .hasMessageContaining("NoSuchElementException")
                .hasMessageContaining("Choose.bool(): value 2 of 2");
    }

    @Test
    void aTestOfWhichNothingIsLeftIsAborted() {
        TestExecutionResult result = Runs.result(Runs.of(SPECIFICATIONS + "Values#nothingIsLeft", output));
        assertThat(result.getStatus()).isEqualTo(TestExecutionResult.Status.ABORTED);
        assertThat(result.getThrowable()).get().isInstanceOf(TestAbortedException.class);
        assertThat(result.getThrowable().orElseThrow())
                .hasMessage("Assume.that did not hold in any of 1000 executions");
    }

    @Test
    void aTestWithoutTheExpectedBugFails() {
        assertThat(Runs.thrown(Runs.of(SPECIFICATIONS + "Expecting#locksInOneOrder", output)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("No execution of 1000 has the expected bug, a deadlock. Run more executions, or expect none"
                        + " if it was fixed.");
    }

    @Test
    void aTestWithAnotherBugFails() {
        assertThat(Runs.thrown(Runs.of(SPECIFICATIONS + "Expecting#anotherBug", output)))
                .isInstanceOf(BugFoundError.class)
                .hasMessageStartingWith("Expected a deadlock, but found another bug. exception: ")
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"theBalanceIsNeverNegative", "everyRequestIsAnswered", "twoThreadsThatAreTooPolite"})
    void anExpectedBugIsReplayedAsSuch(String test) throws IOException {
        String method = SPECIFICATIONS + "Demands#" + test;
        Runs.of(method, output);
        List<Path> schedules;
        try (Stream<Path> files = Files.list(output)) {
            schedules =
                    files.filter(file -> file.toString().endsWith(".schedule")).toList();
        }
        Map<String, String> parameters =
                Map.of(RunParameters.REPLAY, schedules.get(0).toString());
        assertThat(Runs.published(Runs.of(method, output, parameters)).get(Judgement.KEY))
                .endsWith("fails as expected");
    }
}
