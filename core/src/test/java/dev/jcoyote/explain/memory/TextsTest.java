package dev.jcoyote.explain.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void whatCannotBeSeenIsWrittenAsInSourceCode() {
        assertThat(Texts.ofConstant('\0')).isEqualTo("'\\u0000'");
        assertThat(Texts.ofConstant('\n')).isEqualTo("'\\n'");
        assertThat(Texts.ofConstant("a\tb\u001b")).isEqualTo("\"a\\tb\\u001b\"");
    }

    @Test
    void whatCanBeSeenIsLeftAsItIs() {
        assertThat(Texts.ofConstant('x')).isEqualTo("'x'");
        assertThat(Texts.ofConstant("na\u00efve")).isEqualTo("\"na\u00efve\"");
    }
}
