package dev.jcoyote.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomStrategyTest {
    @Test
    void everyEnabledThreadIsEquallyLikely() {
        RandomStrategy strategy = new RandomStrategy();
        strategy.beginExecution(1, 5);
        FakeOptions options = new FakeOptions(4).enable(3, 0, 1);
        int[] counts = new int[4];
        for (int i = 0; i < 30_000; i++) {
            counts[strategy.chooseThread(options)]++;
        }
        assertThat(counts[2]).isZero();
        assertThat(IntStream.of(counts[0], counts[1], counts[3]))
                .allSatisfy(count -> assertThat(count).isCloseTo(10_000, within(400)));
    }
}
