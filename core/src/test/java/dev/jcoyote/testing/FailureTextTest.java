package dev.jcoyote.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FailureTextTest {
    private static String lines(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(i -> "line " + i + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void aShortReportIsShownAsItIs() {
        assertThat(FailureText.shortened(lines(60), null)).isEqualTo(lines(60));
    }

    @Test
    void bothEndsOfALongReportAreShown() {
        assertThat(FailureText.shortened(lines(100), Path.of("all.txt")))
                .startsWith("line 1\n")
                .contains("line 30\n... 40 lines left out; all are in all.txt ...\nline 71\n")
                .endsWith("line 100\n");
    }
}
