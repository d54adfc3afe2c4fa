package dev.jcoyote.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.BugFoundError;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;

class CompanionsTest {
    private static final String COMPANIONS = "dev.jcoyote.examples.junit.Companions$";

    @TempDir
    private Path output;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WithMockito#chargesOnce",
                "WithMockito#takesMocksAsParameters(dev.jcoyote.examples.junit.Companions$Gateway)",
                "WithMockito#ordinary",
                "WithMocksOfItsOwn#stubsAndVerifiesInSeveralThreads",
                "WithSpring#passes",
                "WithSpring#takesBeansAsParameters(dev.jcoyote.examples.junit.Companions$Counter)",
                "WithAwaitilityAndAssertJ#awaitsAnotherThread",
                "WithStaticExtension#asksTheServer"
            })
    void aCorrectTestPasses(String test) {
        assertThat(Runs.result(Runs.of(COMPANIONS + test, output)).getThrowable())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "WithMockito#chargesTwice, gateway.charge(5)",
        "WithSpring#losesAnUpdate, but was: <",
        "WithAwaitilityAndAssertJ#awaitsWhatNeverComes, ConditionTimeoutException",
        "WithAwaitilityAndAssertJ#failsBySoftAssertions, late"
    })
    void aFailureIsOneOfTheExecutionWhateverLibraryThrowsIt(String test, String message) {
        assertThat(Runs.thrown(Runs.of(COMPANIONS + test, output)))
                .isInstanceOf(BugFoundError.class)
                .hasMessageContaining(message);
    }

    @Test
    void aFailureOfAMockReplays() {
        String test = COMPANIONS + "WithMockito#chargesTwice";
        Runs.of(test, output);
        String schedule =
                output.resolve("Companions_WithMockito.chargesTwice_0.schedule").toString();

        for (int i = 0; i < 5; i++) {
            TestExecutionResult result = Runs.result(Runs.of(test, output, Map.of("jcoyote.replay", schedule)));
            assertThat(result.getThrowable().orElseThrow())
                    .isInstanceOf(BugFoundError.class)
                    .hasMessageContaining("gateway.charge(5)")
                    .hasMessageNotContaining("Diverged");
        }
    }
}
