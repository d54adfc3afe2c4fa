package dev.jcoyote.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.Configuration;
import dev.jcoyote.SystematicTesting;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a test draws at random depends on the seed and on the number of the execution, and on nothing else. */
class SeedTest {
    private static final int EXECUTIONS = 10;

    @BeforeAll
    static void instrument() {
        Installation.ensure();
    }

    @Test
    void theSameSeedDrawsTheSameValues() {
        assertThat(drawWith(1)).isEqualTo(drawWith(1));
    }

    @Test
    void everyExecutionDrawsItsOwnValues() {
        List<String> drawn = drawWith(1);
        assertThat(drawn).hasSize(EXECUTIONS);
        assertThat(new HashSet<>(drawn)).hasSize(EXECUTIONS);
    }

    @Test
    void anotherSeedDrawsOtherValues() {
        assertThat(drawWith(1)).doesNotContainAnyElementsOf(drawWith(2));
    }

    @Test
    void everyExecutionBeginsAtTheSameTime() {
        List<Long> times = new ArrayList<>();
        SystematicTesting.explore(configuration(1), () -> {
            Thread.sleep(1_000);
            times.add(System.currentTimeMillis());
        });
        assertThat(new HashSet<>(times)).hasSize(1);
    }

    private static List<String> drawWith(long seed) {
        List<String> drawn = new ArrayList<>();
        SystematicTesting.explore(configuration(seed), () -> {
            String[] inThread = new String[1];
            Concurrently.run(() -> inThread[0] = draw());
            drawn.add(draw() + " " + inThread[0]);
        });
        return drawn;
    }

    private static String draw() {
        return ThreadLocalRandom.current().nextLong() + " " + new Random().nextLong() + " " + Math.random() + " "
                + UUID.randomUUID() + " " + new SecureRandom().nextLong();
    }

    private static Configuration configuration(long seed) {
        return Configuration.defaults()
                .withSeed(seed)
                .withIterations(EXECUTIONS)
                .withDeterminismChecks(0)
                .withExploreAll(true);
    }
}
