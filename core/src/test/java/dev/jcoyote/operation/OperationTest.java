package dev.jcoyote.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import org.junit.jupiter.api.Test;

class OperationTest {
    @Test
    void aReadAndAWriteOfOneFieldConflict() {
        assertThat(operation(1, 7, false).conflictsWith(operation(1, 7, true))).isTrue();
    }

    @Test
    void twoReadsDoNotConflict() {
        assertThat(operation(1, 7, false).conflictsWith(operation(1, 7, false))).isFalse();
    }

    @Test
    void writesOfDifferentFieldsOrObjectsDoNotConflict() {
        assertThat(operation(1, 7, true).conflictsWith(operation(1, 8, true))).isFalse();
        assertThat(operation(1, 7, true).conflictsWith(operation(2, 7, true))).isFalse();
    }

    @Test
    void anAccessOfTheWholeObjectConflictsWithEachPart() {
        assertThat(operation(1, 0, true).conflictsWith(operation(1, 8, false))).isTrue();
    }

    @Test
    void operationsWithoutAResourceConflictWithNothing() {
        assertThat(operation(0, 0, true).conflictsWith(operation(0, 0, true))).isFalse();
    }

    @Test
    void staticFieldsAreKnownByTheirSlotAlone() {
        assertThat(operation(0, 5, true).conflictsWith(operation(0, 5, false))).isTrue();
        assertThat(operation(0, 5, true).conflictsWith(operation(0, 6, true))).isFalse();
    }

    private static Operation operation(int resource, int slot, boolean write) {
        Operation operation = new Operation(0);
        operation.become(write ? OperationKind.WRITE : OperationKind.READ, resource, slot, write, Sites.UNKNOWN);
        return operation;
    }
}
