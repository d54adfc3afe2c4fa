package dev.jcoyote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void executionsAreAnnouncedMoreAndMoreSeldom() {
        assertThat(IntStream.rangeClosed(1, 3_000).filter(Progress::isAnnounced))
                .containsExactly(
                        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 200, 300, 400, 500, 600,
                        700, 800, 900, 1000, 2000, 3000);
    }

    @Test
    void anExecutionThatRunsAloneIsAnnounced() {
        Printed printed = new Printed(false);

        new Progress(printed.terminal().out(), false).execution(1234);

        assertThat(printed.out()).isEqualTo("..... Execution #1234\n");
    }

    @Test
    void aLiveLineIsOverwrittenAndRemoved() {
        Printed printed = new Printed(true);
        Progress progress = new Progress(printed.terminal().out(), true);
        progress.expect(500);

        for (int i = 1; i <= 500; i++) {
            progress.execution(i);
        }
        progress.clear();

        assertThat(printed.out())
                .startsWith("\r..... Execution #1 of 500")
                .doesNotContain("\n")
                .endsWith(" \r");
    }
}
