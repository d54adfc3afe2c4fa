package dev.jcoyote.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
    private final Arguments arguments = new Arguments(Command.TEST);

    @Test
    void anOptionThatWasNotGivenHasItsDefault() {
        assertThat(arguments.integer(Option.ITERATIONS, 1_000)).isEqualTo(1_000);
        assertThat(arguments.seconds(Option.TIMEOUT)).isNull();
        assertThat(arguments.all(Option.JVM_ARGUMENT)).isEmpty();
    }

    @Test
    void secondsMayHaveFractions() {
        arguments.add(Option.TIMEOUT, "2.5");

        assertThat(arguments.seconds(Option.TIMEOUT)).isEqualTo(Duration.ofMillis(2_500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "ten", "", "1e300", "NaN"})
    void aTimeThatIsNoPositiveNumberIsRefused(String text) {
        arguments.add(Option.TIMEOUT, text);

        assertThatThrownBy(() -> arguments.seconds(Option.TIMEOUT))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--timeout")
                .hasMessageContaining("'" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1.5", "", "99999999999999999999"})
    void whatIsNoWholeNumberIsRefused(String text) {
        arguments.add(Option.SEED, text);

        assertThatThrownBy(() -> arguments.number(Option.SEED, 0))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--seed takes a whole number")
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void aCountThatDoesNotFitIsRefused() {
        arguments.add(Option.ITERATIONS, "3000000000");

        assertThatThrownBy(() -> arguments.integer(Option.ITERATIONS, 1))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--iterations is at most 2147483647");
    }
}
