package dev.jcoyote.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.BugFoundError;
import dev.jcoyote.examples.junit.Kept;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;

/** Schedules that are kept beside a test are replayed before it explores. */
class CorpusTest {
    private static final String TEST = Kept.class.getName() + "#bothIncrementsCount";
    private static final Path FOLDER = Path.of(Kept.FOLDER);

    @TempDir
    private Path output;

    @BeforeEach
    void keepWhatFails() throws IOException {
        Files.createDirectories(FOLDER);
        empty();
        Runs.thrown(Runs.of(TEST, output));
        Files.copy(output.resolve("Kept.bothIncrementsCount_0.schedule"), FOLDER.resolve("lost.schedule"));
    }

    @AfterEach
    void empty() throws IOException {
        Kept.isFixed = false;
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void aScheduleThatStillFailsFailsTheTestAndIsNamed() {
        assertThat(Runs.thrown(Runs.of(TEST, output)))
                .isInstanceOf(BugFoundError.class)
                .hasMessageStartingWith(
                        "The schedule " + FOLDER.resolve("lost.schedule") + " of the corpus still fails. assertion: ")
                .hasMessageContaining("expected: <2> but was: <1>")
                .hasMessageContaining("Warning:   1 schedule of the corpus still fails: ");
    }

    @Test
    void aScheduleThatPassesIsCountedAndTheTestExplores() {
        Kept.isFixed = true;

        assertThat(Runs.published(Runs.of(TEST, output)).get("jcoyote"))
                .startsWith("PASSED: 30 executions in ")
                .endsWith(", after 1 of 1 schedules of the corpus passed");
    }

    @Test
    void aDamagedScheduleFailsTheTestAtItsEndAndIsNamed() throws IOException {
        Kept.isFixed = true;
        Files.writeString(FOLDER.resolve("cut.schedule"), "jcoyote-schedule 1\n");

        assertThat(Runs.thrown(Runs.of(TEST, output)))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("No bug was found, but a part of the corpus cannot be replayed: "
                        + FOLDER.resolve("cut.schedule"))
                .hasMessageContaining("it was cut off");
    }

    @Test
    void aCorpusWithoutAScheduleOfTheTestIsToldAsAWarning() throws IOException {
        Kept.isFixed = true;
        Files.delete(FOLDER.resolve("lost.schedule"));

        assertThat(Runs.published(Runs.of(TEST, output)).get("jcoyote.warning.1"))
                .isEqualTo("the corpus " + FOLDER + " has no schedule of " + TEST.replace('#', '.'));
    }

    @Test
    void aCorpusThatIsNotThereIsRefused() {
        assertThat(Runs.thrown(Runs.of("dev.jcoyote.examples.junit.Samples$WrongUse#missingCorpus", output)))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("Cannot read the folder of schedules")
                .hasMessageContaining("the working directory is");
    }
}
