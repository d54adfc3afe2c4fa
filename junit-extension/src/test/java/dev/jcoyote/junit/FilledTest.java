package dev.jcoyote.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.examples.junit.Lifecycles;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilledTest {
    private static final String FILLED = "dev.jcoyote.examples.junit.Filled$";

    @TempDir
    private Path output;

    @BeforeEach
    void forgetCalls() {
        Lifecycles.CALLS.clear();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ByExtension#test",
                "WithDirectories#test(java.nio.file.Path)",
                "OneInstance#test",
                "OfThread#test"
            })
    void everyExecutionSeesWhatOthersHavePutIntoItsFieldsAndItsThread(String test) {
        assertThat(Runs.result(Runs.of(FILLED + test, output)).getThrowable()).isEmpty();
    }

    @Test
    void theCallbacksOfOtherExtensionsRunOnceOutsideControl() {
        Runs.of(FILLED + "ByExtension#test", output);

        assertThat(Lifecycles.CALLS).containsExactly("post-process", "before each", "after each");
    }
}
