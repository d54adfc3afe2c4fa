package dev.jcoyote.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorTextTest {
    @Test
    void theSummaryIsTheFirstLine() {
        assertThat(ErrorText.summary(new AssertionError("expected: <2> but was: <1>\n(details)")))
                .isEqualTo("java.lang.AssertionError: expected: <2> but was: <1>");
    }

    @Test
    void aMessageThatBeginsWithAnEmptyLineIsJoined() {
        assertThat(ErrorText.summary(new AssertionError("\nExpecting:\n  1\nto be:\n  2")))
                .isEqualTo("java.lang.AssertionError: Expecting: 1 to be: 2");
    }

    @Test
    void aLongOneIsCut() {
        assertThat(ErrorText.summary(new AssertionError("\n" + "x".repeat(500))))
                .hasSize(163)
                .endsWith("x...");
    }

    @Test
    void anExceptionWithoutAMessageIsItsClass() {
        assertThat(ErrorText.summary(new IllegalStateException())).isEqualTo("java.lang.IllegalStateException");
    }
}
