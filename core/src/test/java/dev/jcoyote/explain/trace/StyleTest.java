package dev.jcoyote.explain.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StyleTest {
    private static final String LINE = "── a is preempted ──  count: 0 → 1  ◄ 2  … 3 steps";

    @Test
    void aConsoleThatHasTheSignsShowsThem() {
        assertThat(Style.fit(LINE, StandardCharsets.UTF_8)).isEqualTo(LINE);
    }

    @Test
    void aConsoleWithoutThemShowsLettersInTheirPlace() {
        assertThat(Style.fit(LINE, StandardCharsets.US_ASCII))
                .isEqualTo("-- a is preempted --  count: 0 -> 1  <- 2  ... 3 steps");
        assertThat(Style.fit(LINE, StandardCharsets.ISO_8859_1)).isASCII();
    }
}
