package dev.jcoyote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationSettingsTest {
    @Test
    void aNumberIsABudgetOfExecutions() {
        ExplanationSettings settings = ExplanationSettings.of(" 500 ");
        assertThat(settings.wanted()).isTrue();
        assertThat(settings.executions()).isEqualTo(500);
        assertThat(settings.time()).isGreaterThan(Duration.ofHours(1));
    }

    @Test
    void aTimeIsABudgetOfTime() {
        assertThat(ExplanationSettings.of("5s").time()).isEqualTo(Duration.ofSeconds(5));
        assertThat(ExplanationSettings.of("300ms").time()).isEqualTo(Duration.ofMillis(300));
        assertThat(ExplanationSettings.of("300ms").executions()).isGreaterThan(1_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0s", "0ms"})
    void aBudgetOfZeroExplainsTheFailureAsItWasFound(String zero) {
        ExplanationSettings settings = ExplanationSettings.of(zero);
        assertThat(settings.wanted()).isTrue();
        assertThat(settings.executions()).isZero();
    }

    @Test
    void offExplainsNothing() {
        assertThat(ExplanationSettings.of("off")).isEqualTo(ExplanationSettings.OFF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-5s", "", "many", "5 minutes", "99999999999", "1.5s"})
    void anythingElseIsRefusedWithWhatIsAllowed(String wrong) {
        assertThatThrownBy(() -> ExplanationSettings.of(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("budget for minimising");
    }
}
