package dev.jcoyote.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeededRandomTest {
    private final SeededRandom random = new SeededRandom();

    @Test
    void theNumbersAreThoseOfSplitMix64() {
        random.seed(1234567);
        assertThat(random.nextLong()).isEqualTo(6457827717110365317L);
        assertThat(random.nextLong()).isEqualTo(3203168211198807973L);
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("9817491932198370423");
    }

    @Test
    void everyNumberBelowTheBoundIsEquallyLikely() {
        int[] counts = new int[7];
        random.seed(1);
        for (int i = 0; i < 70_000; i++) {
            counts[random.nextInt(7)]++;
        }
        assertThat(IntStream.of(counts)).allSatisfy(count -> assertThat(count).isCloseTo(10_000, within(400)));
    }

    @Test
    void aBoundThatDividesBadlyHasNoBias() {
        // Of the 2^32 numbers that 32 bits have, 3 go to each result but every third, to which 2 go.
        int bound = 3 << 29;
        int third = 0;
        random.seed(2);
        for (int i = 0; i < 30_000; i++) {
            int number = random.nextInt(bound);
            assertThat(number).isBetween(0, bound - 1);
            third += number % 3 == 2 ? 1 : 0;
        }
        assertThat(third).isCloseTo(10_000, within(400));
    }

    @Test
    void aBoundOfOneLeavesNoChoice() {
        assertThat(random.nextInt(1)).isZero();
    }

    @Test
    void aBoundBelowOneIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> random.nextInt(0)).withMessageContaining("at least 1");
    }

    @Test
    void fractionsAreSpreadFromZeroToOne() {
        random.seed(3);
        double sum = 0;
        for (int i = 0; i < 10_000; i++) {
            double fraction = random.nextDouble();
            assertThat(fraction).isGreaterThanOrEqualTo(0).isLessThan(1);
            sum += fraction;
        }
        assertThat(sum / 10_000).isCloseTo(0.5, within(0.01));
    }
}
