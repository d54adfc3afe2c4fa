package dev.jcoyote.cli.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HealthTest {
    private static final Duration WATCHDOG = Duration.ofSeconds(10);

    @Test
    void aWorkerThatDoesNotStartIsComplainedOf() {
        Health health = new Health(WATCHDOG, 0);

        assertThat(health.complaint(false, seconds(119))).isNull();
        assertThat(health.complaint(false, seconds(121))).contains("not ready after 120 s");
    }

    @Test
    void aSilentWorkerIsAskedEachSecondAndComplainedOfAfterThirty() {
        Health health = started();

        assertThat(health.isDueToBeAsked(seconds(0.5))).isFalse();
        assertThat(health.isDueToBeAsked(seconds(1.1))).isTrue();
        assertThat(health.isDueToBeAsked(seconds(1.2))).isFalse();
        assertThat(health.isDueToBeAsked(seconds(2.2))).isTrue();
        assertThat(health.complaint(false, seconds(31))).contains("did not answer for 30 s");
    }

    @Test
    void aWorkerThatAnswersButDoesNotGetOnIsComplainedOfAfterItsWatchdogHadTwoChances() {
        Health health = started();
        for (int second = 1; second <= 31; second++) {
            health.alive(7, 100, seconds(second));
        }

        assertThat(health.complaint(true, seconds(30.5))).isNull();
        assertThat(health.complaint(true, seconds(31.5))).contains("made no progress for 30 s");
        assertThat(health.complaint(false, seconds(31.5))).isNull();
        assertThat(health.execution()).isEqualTo(7);
    }

    @Test
    void aLongExecutionThatGetsOnIsFine() {
        Health health = started();
        for (int second = 1; second <= 300; second++) {
            health.alive(7, second, seconds(second));
            assertThat(health.complaint(true, seconds(second))).isNull();
        }
    }

    @Test
    void withoutAWatchdogAnExecutionMayStand() {
        Health health = new Health(Duration.ZERO, 0);
        health.gotOn(0);
        health.alive(1, 1, seconds(1_000));
        health.alive(1, 1, seconds(1_001));

        assertThat(health.complaint(true, seconds(1_001))).isNull();
    }

    private static Health started() {
        Health health = new Health(WATCHDOG, 0);
        health.gotOn(0);
        return health;
    }

    private static long seconds(double seconds) {
        return (long) (seconds * 1e9);
    }
}
