package dev.jcoyote.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RoundRobinTest {
    @Test
    void theNextIsTheFirstThatWasStartedAfterwards() {
        assertThat(after(1, Set.of())).isEqualTo(3);
    }

    @Test
    void afterTheLastComesTheFirst() {
        assertThat(after(4, Set.of())).isEqualTo(0);
        assertThat(after(Options.NONE, Set.of())).isEqualTo(0);
    }

    @Test
    void thoseThatComeLastDoSoInTheSameOrder() {
        assertThat(after(1, Set.of(3, 4))).isEqualTo(0);
        assertThat(after(1, Set.of(0, 1, 3, 4))).isEqualTo(3);
        assertThat(after(4, Set.of(0, 1, 3, 4))).isEqualTo(0);
    }

    private static int after(int thread, Set<Integer> last) {
        return RoundRobin.after(thread, new FakeOptions(5).enable(4, 0, 3, 1), last::contains);
    }
}
