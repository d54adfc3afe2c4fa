package dev.jcoyote.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.examples.junit.Kinds;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UneditedTestsTest {
    private static final Method COUNTS = method("counts");
    private static final Method OTHER = method("other");

    @TempDir
    private Path output;

    private static Method method(String name) {
        try {
            return Kinds.Unedited.class.getDeclaredMethod(name);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "dev.jcoyote.examples.junit.Kinds$Unedited#counts, true, false",
        "Unedited#counts, true, false",
        "Unedited, true, true",
        "Unedited#*, true, true",
        "Kinds$Unedited#o*r, false, true",
        "*Kinds*#counts, true, false",
        "edited#counts, false, false",
        "'Other#x, Unedited#counts', true, false",
        "'', false, false"
    })
    void testsAreNamedByClassAndMethod(String names, boolean counts, boolean other) {
        UneditedTests tests = new UneditedTests(names);

        assertThat(tests.include(Kinds.Unedited.class, COUNTS)).isEqualTo(counts);
        assertThat(tests.include(Kinds.Unedited.class, OTHER)).isEqualTo(other);
        assertThat(tests.wereMet()).isEqualTo(counts || other);
    }

    @Test
    @Timeout(60)
    void aNamedTestIsSystematicAndTheOthersRunAsEver() throws IOException, InterruptedException {
        String printed =
                JvmRun.of(Kinds.Unedited.class, "-Djcoyote.tests=Unedited#counts", "-Djcoyote.output=" + output);

        assertThat(printed)
                .contains(
                        "counts(): FAILED: assertion: org.opentest4j.AssertionFailedError: expected: <2> but was: <1>")
                .contains("To replay: -Djcoyote.replay=" + output.resolve("Kinds_Unedited.counts_0.schedule"))
                .contains("other(): SUCCESSFUL")
                .doesNotContain("No test of this run");
    }

    @Test
    @Timeout(60)
    void aNameThatNoTestHasIsTold() throws IOException, InterruptedException {
        assertThat(JvmRun.of(Kinds.Unedited.class, "-Djcoyote.tests=Unedited#count"))
                .contains("counts(): SUCCESSFUL")
                .contains("No test of this run matches jcoyote.tests=Unedited#count: name them as Class#method");
    }
}
