package dev.jcoyote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessorsTest {
    @Test
    void aListHasNumbersAndRanges() {
        assertThat(Processors.parse("0-3,8,10-11")).containsExactly(0, 1, 2, 3, 8, 10, 11);
        assertThat(Processors.parse("5")).containsExactly(5);
    }

    @Test
    void moreWorkersThanProcessorsAreNotBound() {
        assertThat(Processors.binding(1, 1_000_000)).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void workersAreBoundToDifferentProcessors() {
        if (!Processors.binding(1, 2).isEmpty()) {
            assertThat(Processors.binding(1, 2)).hasSize(3).isNotEqualTo(Processors.binding(2, 2));
        }
    }
}
