package dev.jcoyote.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeedsTest {
    @Test
    void aSeedMeansTheSameInEveryVersion() {
        assertThat(Seeds.ofExecution(0, 1)).isEqualTo(-2152535657050944081L);
        assertThat(Seeds.ofExecution(42, 1_000)).isEqualTo(-353896869727323894L);
    }

    @Test
    void neighbouringSeedsAndNumbersShareNoExecution() {
        Set<Long> seeds = new HashSet<>();
        for (long seed = -50; seed < 50; seed++) {
            for (int number = 1; number <= 1_000; number++) {
                seeds.add(Seeds.ofExecution(seed, number));
            }
        }
        assertThat(seeds).hasSize(100_000);
    }
}
