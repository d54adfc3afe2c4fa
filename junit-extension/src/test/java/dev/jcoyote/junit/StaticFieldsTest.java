package dev.jcoyote.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What tests keep in static fields begins anew, and what was there before the first execution stays. */
class StaticFieldsTest {
    private static final String FIXTURES = "dev.jcoyote.examples.junit.StaticFixtures$";

    @TempDir
    private Path output;

    @Test
    void aFixtureThatWasStartedOnceSurvivesAThousandExecutions() {
        EngineExecutionResults results = Runs.of(FIXTURES + "WithServer#theServerIsThereAndTheRegistryEmpty", output);

        assertThat(Runs.result(results).getThrowable()).isEmpty();
        assertThat(Runs.published(results))
                .hasEntrySatisfying("jcoyote", line -> assertThat(line).startsWith("PASSED: 1000"));
    }

    @Test
    void aStaticFieldThatExecutionsChangeIsNamed() {
        EngineExecutionResults results = Runs.of(FIXTURES + "Counting#countsOn", output);

        assertThat(Runs.published(results).toString())
                .contains("Kept from one execution to the next: " + FIXTURES + "Counting.runs.");
    }

    @Test
    void withoutIsolationExecutionsSeeEachOther() {
        Throwable thrown = Runs.thrown(Runs.of(FIXTURES + "Sharing#seesTheFirstExecution", output));

        assertThat(thrown).hasMessageContaining("expected: <1> but was: <2>");
    }

    @Test
    void aParameterOfTheRunSwitchesIsolationOff() {
        Map<String, String> none = Map.of("jcoyote.isolation", "none");

        Throwable thrown =
                Runs.thrown(Runs.of(FIXTURES + "WithServer#theServerIsThereAndTheRegistryEmpty", output, none));

        assertThat(thrown).hasMessageContaining("expected: <1> but was: <2>");
    }

    @Test
    void aLoaderForEachExecutionIsRefused() {
        Throwable thrown = Runs.thrown(Runs.of(FIXTURES + "Sharing#wantsALoader", output));

        assertThat(thrown).hasMessageContaining("choose STATICS or NONE");
    }
}
