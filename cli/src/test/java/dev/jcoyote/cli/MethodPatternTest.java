package dev.jcoyote.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MethodPatternTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "close",
                "Inner.close",
                "Outer.Inner.close",
                "Outer$Inner.close",
                "a.b.Outer$Inner#close",
                "a.b.Outer.Inner::close",
                "b.Outer.Inner.close()",
            })
    void aClassIsFoundByAnyEndOfItsName(String text) {
        MethodPattern pattern = MethodPattern.parse(text);

        assertThat(pattern.methodName()).isEqualTo("close");
        assertThat(pattern.matchesClass("a.b.Outer$Inner")).isTrue();
    }

    @Test
    void aPartOfAWordIsNoMatch() {
        assertThat(MethodPattern.parse("ner.close").matchesClass("a.b.Outer$Inner"))
                .isFalse();
        assertThat(MethodPattern.parse("x.a.B.close").matchesClass("a.B")).isFalse();
    }

    @Test
    void theFullNameIsToldFromAnEndOfIt() {
        assertThat(MethodPattern.parse("a.B.c").namesFully("a.B")).isTrue();
        assertThat(MethodPattern.parse("B.c").namesFully("a.B")).isFalse();
    }

    @Test
    void aDollarInTheMethodsNameStays() {
        assertThat(MethodPattern.parse("A.with$dollar").methodName()).isEqualTo("with$dollar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".close", "A.", "A.close(int)"})
    void whatNamesNoMethodIsRefused(String text) {
        assertThatThrownBy(() -> MethodPattern.parse(text))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("names no method");
    }
}
