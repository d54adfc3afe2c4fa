package dev.jcoyote.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EpochsTest {
    @Test
    void epochsEndAfterOneThenSixteenThenFourTimesAsMany() {
        assertThat(IntStream.rangeClosed(1, 20_000).filter(Epochs::endsAfter))
                .containsExactly(1, 16, 64, 256, 1_024, 4_096, 16_384);
    }

    @Test
    void anExecutionBelongsToTheEpochThatBeganAfterTheLastEnd() {
        int first = 1;
        for (int execution = 1; execution <= 5_000; execution++) {
            assertThat(Epochs.firstOf(execution)).isEqualTo(first);
            if (Epochs.endsAfter(execution)) {
                first = execution + 1;
            }
        }
    }

    @Test
    void theLastNumbersBelongToAnEpochToo() {
        assertThat(Epochs.firstOf(1 << 30)).isEqualTo((1 << 28) + 1);
        assertThat(Epochs.firstOf(Integer.MAX_VALUE)).isEqualTo((1 << 30) + 1);
        assertThat(Epochs.endsAfter(Integer.MAX_VALUE)).isFalse();
    }

    @Test
    void theLastExecutionOfAnEpochEndsIt() {
        for (int execution = 1; execution <= 5_000; execution++) {
            int last = Epochs.lastOf(execution);
            assertThat(last).isGreaterThanOrEqualTo(execution);
            assertThat(Epochs.endsAfter(last)).isTrue();
            assertThat(Epochs.firstOf(last)).isEqualTo(Epochs.firstOf(execution));
        }
        assertThat(Epochs.lastOf(Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void thereIsNoExecutionZero() {
        assertThatIllegalArgumentException().isThrownBy(() -> Epochs.firstOf(0));
    }
}
