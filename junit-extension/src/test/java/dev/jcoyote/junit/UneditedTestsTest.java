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
        UneditedTests tests = new UneditedTests(names, null);

        assertThat(tests.include(Kinds.Unedited.class, COUNTS)).isEqualTo(counts);
        assertThat(tests.include(Kinds.Unedited.class, OTHER)).isEqualTo(other);
        assertThat(tests.wereMet()).isEqualTo(counts || other);
    }

    @Test
    @Timeout(60)
    void aNamedTestIsSystematicAndTheOthersRunAsEver() throws IOException, InterruptedException {
        String printed =
                JvmRun.of(Kinds.Unedited.class, "-Djcoyote.tests=Unedited#counts", "-Djcoyote.output=" + output);

        String schedule = output.resolve("Kinds_Unedited.counts_0.schedule").toString();
        assertThat(printed)
                .contains(
                        "counts(): FAILED: assertion: org.opentest4j.AssertionFailedError: expected: <2> but was: <1>")
                .contains("To replay: -Djcoyote.replay=" + schedule)
                .contains("other(): SUCCESSFUL")
                .doesNotContain("No test of this run")
                .doesNotContain("@SystematicTest(replay");

        assertThat(JvmRun.of(Kinds.Unedited.class, "-Djcoyote.replay=" + schedule))
                .contains("counts(): FAILED: assertion: ")
                .contains("Replayed:  " + schedule)
                .contains("other(): SUCCESSFUL")
                .doesNotContain("Nothing was replayed");
    }

    @Test
    @Timeout(60)
    void aScheduleThatNoTestOfTheRunBelongsToIsTold() throws IOException, InterruptedException {
        Runs.of("dev.jcoyote.examples.junit.LostUpdateExample#bothIncrementsCount", output);
        Path schedule = output.resolve("LostUpdateExample.bothIncrementsCount_0.schedule");

        assertThat(JvmRun.of(Kinds.Unedited.class, "-Djcoyote.replay=" + schedule))
                .contains("counts(): SUCCESSFUL")
                .contains("[jcoyote] Nothing was replayed: the schedule " + schedule
                        + " belongs to dev.jcoyote.examples.junit.LostUpdateExample.bothIncrementsCount, which this"
                        + " run did not reach.");
        assertThat(JvmRun.of(Kinds.Unedited.class, "-Djcoyote.replay=missing.schedule"))
                .contains("[jcoyote] Nothing was replayed: Cannot read the schedule missing.schedule: there is no such")
                .contains("the working directory is");
    }

    @ParameterizedTest
    @CsvSource({
        "dev.jcoyote.examples.junit.Kinds$Unedited.counts, true, false",
        "dev.jcoyote.examples.junit.Kinds$Unedited.counts[3], true, false",
        "dev.jcoyote.examples.junit.Kinds$Unedited.count, false, false"
    })
    void theTestOfTheScheduleThatIsReplayedIsOneOfThem(String replayed, boolean counts, boolean other) {
        UneditedTests tests = new UneditedTests(null, replayed);

        assertThat(tests.areAsked()).isTrue();
        assertThat(tests.include(Kinds.Unedited.class, COUNTS)).isEqualTo(counts);
        assertThat(tests.include(Kinds.Unedited.class, OTHER)).isEqualTo(other);
    }

    @Test
    @Timeout(60)
    void aNameThatNoTestHasIsTold() throws IOException, InterruptedException {
        assertThat(JvmRun.of(Kinds.Unedited.class, "-Djcoyote.tests=Unedited#count"))
                .contains("counts(): SUCCESSFUL")
                .contains("No test of this run matches jcoyote.tests=Unedited#count: name them as Class#method");
    }
}
