package dev.jcoyote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
    private final Configuration defaults = Configuration.defaults();

    @Test
    void aChangedCopyLeavesTheOriginalAsItWas() {
        Configuration changed = defaults.withIterations(5).withSeed(7).withStrategy("pct");

        assertThat(changed.iterations()).isEqualTo(5);
        assertThat(changed.seed()).isEqualTo(7);
        assertThat(changed.strategy()).isEqualTo("pct");
        assertThat(defaults.iterations()).isEqualTo(1_000);
        assertThat(defaults.strategy()).isEqualTo("portfolio");
    }

    @Test
    void numbersOutOfRangeAreRefusedWithWhatIsAllowed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> defaults.withIterations(0))
                .withMessage("The number of iterations must be at least 1, but is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> defaults.withMaxSteps(-1))
                .withMessage("The maximum of steps must be at least 1, but is -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> defaults.withDepth(0))
                .withMessage("The depth must be at least 1, but is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> defaults.withTimeLimit(Duration.ZERO))
                .withMessageContaining("must be positive");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> defaults.withWatchdog(Duration.ofSeconds(-1)))
                .withMessageContaining("must not be negative");
    }

    @Test
    void anUnknownEngineIsRefusedWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> defaults.withEngine("fibre"))
                .withMessage("There is no engine \"fibre\"; choose one of auto, fiber, platform");
    }

    @Test
    void anUnknownStrategyIsRefusedWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> defaults.withStrategy("randon"))
                .withMessageContaining("random");
    }
}
