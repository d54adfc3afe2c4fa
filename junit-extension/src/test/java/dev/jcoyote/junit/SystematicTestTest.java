package dev.jcoyote.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.BugFoundError;
import dev.jcoyote.testing.RunParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class SystematicTestTest {
    private static final String EXAMPLES = "dev.jcoyote.examples.junit.";
    private static final String LOST_UPDATE = EXAMPLES + "LostUpdateExample#bothIncrementsCount";
    private static final String SAMPLES = EXAMPLES + "Samples$";

    @TempDir
    private Path output;

    @Test
    void aLostUpdateFailsTheTestAndSaysHowToReplayIt() {
        Throwable thrown = Runs.thrown(Runs.of(LOST_UPDATE, output));

        Path schedule = output.resolve("LostUpdateExample.bothIncrementsCount_0.schedule");
        assertThat(schedule).exists();
        assertThat(thrown)
                .isInstanceOf(BugFoundError.class)
                .hasCauseInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("assertion: ")
                .hasMessageContaining("expected: <2> but was: <1>")
                .hasMessageContaining("of seed " + RunParameters.derivedSeed(LOST_UPDATE.replace('#', '.')) + "]")
                .hasMessageContaining("main is preempted (1 of 1): ")
                .hasMessageContaining("counter.set(): 0 → 1")
                .hasMessageContaining("the test passes")
                .hasMessageContaining("_0.txt")
                .hasMessageContaining("-Djcoyote.replay=" + schedule)
                .hasMessageContaining("@SystematicTest(replay = \"" + schedule + "\")");
    }

    @Test
    void aReplayFailsInTheSameWayTwentyTimesOfTwenty() {
        Throwable explored = Runs.thrown(Runs.of(LOST_UPDATE, output));
        String schedule = output.resolve("LostUpdateExample.bothIncrementsCount_0.schedule")
                .toString();

        for (int i = 0; i < 20; i++) {
            Throwable replayed = Runs.thrown(Runs.of(LOST_UPDATE, output, Map.of(RunParameters.REPLAY, schedule)));
            assertThat(replayed.getMessage()).isEqualTo(explored.getMessage().replace("Schedule:  ", "Replayed:  "));
        }

        assertThat(output.resolve("LostUpdateExample.bothIncrementsCount_1.schedule"))
                .doesNotExist();
    }

    @Test
    void aDeadlockFailsTheTestAndReplays() {
        String test = SAMPLES + "Deadlock#locksInOppositeOrders";
        Throwable explored = Runs.thrown(Runs.of(test, output));
        String schedule = output.resolve("Samples_Deadlock.locksInOppositeOrders_0.schedule")
                .toString();
        Throwable replayed = Runs.thrown(Runs.of(test, output, Map.of(RunParameters.REPLAY, schedule)));

        assertThat(explored)
                .isInstanceOf(BugFoundError.class)
                .hasNoCause()
                .hasMessageStartingWith("deadlock: ")
                .hasMessageContaining("wait for each other in a circle")
                .hasMessageContaining("(Samples.java:");
        assertThat(withoutThreadNumbers(replayed))
                .isEqualTo(withoutThreadNumbers(explored).replace("Schedule:  ", "Replayed:  "));
    }

    /** The JVM numbers threads without a name from its start on. */
    private static String withoutThreadNumbers(Throwable thrown) {
        return thrown.getMessage().replaceAll("Thread-\\d+", "Thread");
    }

    @Test
    void aReplayThatTheCodeNoLongerFitsFailsAndNamesTheDivergence() throws IOException {
        Runs.of(LOST_UPDATE, output);
        Path schedule = output.resolve("LostUpdateExample.bothIncrementsCount_0.schedule");
        String renamed = Files.readString(schedule)
                .replace(LOST_UPDATE.replace('#', '.'), SAMPLES.concat("Correct.increments"))
                .replaceFirst("(?m)^(end \\d+).*$", "$1");
        Files.writeString(schedule, renamed);

        Throwable thrown = Runs.thrown(
                Runs.of(SAMPLES + "Correct#increments", output, Map.of(RunParameters.REPLAY, schedule.toString())));

        assertThat(thrown)
                .isExactlyInstanceOf(AssertionError.class)
                .hasMessageStartingWith("The code no longer fits the schedule " + schedule)
                .hasMessageContaining("Explore again without the replay");
    }

    @Test
    void theSeedIsThatOfTheRunIfItHasOne() {
        Throwable thrown = Runs.thrown(Runs.of(LOST_UPDATE, output, Map.of(RunParameters.SEED, "42")));
        Throwable drawn = Runs.thrown(Runs.of(LOST_UPDATE, output, Map.of(RunParameters.SEED, "random")));

        assertThat(thrown).hasMessageContaining("of seed 42]");
        assertThat(drawn)
                .hasMessageContaining("of seed ")
                .hasMessageNotContaining("of seed " + RunParameters.derivedSeed(LOST_UPDATE.replace('#', '.')));
    }

    @Test
    void aTestWithoutABugPassesAndTellsWhatWasRun() {
        EngineExecutionResults results = Runs.of(SAMPLES + "Correct#increments", output);

        assertThat(Runs.result(results).getStatus()).isEqualTo(TestExecutionResult.Status.SUCCESSFUL);
        assertThat(Runs.published(results).get("jcoyote"))
                .startsWith("PASSED: 50 executions in ")
                .endsWith("strategy portfolio, seed " + RunParameters.derivedSeed(SAMPLES + "Correct.increments"));
        assertThat(output).isEmptyDirectory();
    }

    @Test
    void whatWasNotSeenToItsEndPassesWithAWarning() {
        EngineExecutionResults results = Runs.of(SAMPLES + "Endless#goesOn", output);

        assertThat(Runs.result(results).getStatus()).isEqualTo(TestExecutionResult.Status.SUCCESSFUL);
        assertThat(Runs.published(results).get("jcoyote")).startsWith("INCOMPLETE: 2 executions");
        assertThat(String.join("\n", Runs.published(results).values())).contains("cut off after 50 scheduling points");
    }

    @Test
    void reachingTheMaximumOfStepsIsABugIfTheTestSaysSo() {
        assertThat(Runs.thrown(Runs.of(SAMPLES + "Endless#mustEnd", output))).hasMessageStartingWith("max-steps: ");
    }

    @Test
    void theTimeoutEndsTheExploration() {
        EngineExecutionResults results = Runs.of(SAMPLES + "Endless#untilTheTimeout", output);

        assertThat(Runs.result(results).getStatus()).isEqualTo(TestExecutionResult.Status.SUCCESSFUL);
        assertThat(Runs.published(results).get("jcoyote")).contains(" executions in 1.");
    }

    @Test
    void executionsThatFailAnAssumptionAreLeftOut() {
        EngineExecutionResults results = Runs.of(SAMPLES + "Assumptions#sometimes", output);

        assertThat(Runs.result(results).getStatus()).isEqualTo(TestExecutionResult.Status.SUCCESSFUL);
        assertThat(Runs.published(results).get("jcoyote")).contains("failed assumptions aborted");
    }

    @Test
    void aTestIsAbortedIfNoExecutionMeetsItsAssumptions() {
        TestExecutionResult result = Runs.result(Runs.of(SAMPLES + "Assumptions#never", output));

        assertThat(result.getStatus()).isEqualTo(TestExecutionResult.Status.ABORTED);
        assertThat(result.getThrowable().orElseThrow())
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("never true");
    }
}
