package dev.jcoyote.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {
    private static final String PRINTING = "dev.jcoyote.examples.junit.Printing#";

    private final PrintStream realOut = System.out;
    private final PrintStream realErr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path output;

    @BeforeEach
    void redirect() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setOut(realOut);
        System.setErr(realErr);
    }

    @Test
    void whatPassingExecutionsPrintIsNotShown() {
        Runs.of(PRINTING + "passes", output);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void whatTheFailingExecutionPrintsAndLogsIsShownWhereItBelongs() {
        Throwable thrown = Runs.thrown(Runs.of(PRINTING + "losesAnUpdate", output));

        assertThat(thrown).hasMessageContaining("execution");
        assertThat(out.toString(StandardCharsets.UTF_8).lines().sorted())
                .containsExactly("read 0 in main", "read 0 in other");
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("begin").containsOnlyOnce("begin");
    }

    @Test
    void aReplayShowsWhatItPrints() {
        Runs.of(PRINTING + "losesAnUpdate", output);
        String before = out.toString(StandardCharsets.UTF_8);
        String schedule = output.resolve("Printing.losesAnUpdate_0.schedule").toString();

        Runs.of(PRINTING + "losesAnUpdate", output, Map.of("jcoyote.replay", schedule));

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(before + before);
    }

    @Test
    void ofVeryMuchOutputTheBeginningIsShownAndTheRestCounted() {
        Runs.of(PRINTING + "printsTooMuch", output);

        assertThat(out.size()).isEqualTo(1 << 20);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("Left out: " + (3_000_000 - (1 << 20)) + " more bytes that the execution printed.");
    }

    @Test
    void whatMakesAVerdictDoubtfulIsPrinted() {
        Runs.of("dev.jcoyote.examples.junit.Samples$Endless#goesOn", output);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("[jcoyote] dev.jcoyote.examples.junit.Samples$Endless.goesOn INCOMPLETE: ")
                .contains("cut off after 50 scheduling points");
    }

    @Test
    void whatIsPrintedAfterwardsIsPassedOn() {
        Runs.of(PRINTING + "passes", output);
        System.out.print("ü");

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("ü");
    }
}
