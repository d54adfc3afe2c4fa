package dev.jcoyote.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.Operation;
import org.junit.jupiter.api.Test;

class OperationTextTest {
    @Test
    void anOperationIsNamedByKindAndTarget() {
        int site = Sites.add("a.B", "m", "B.java", 7, OperationKind.CALL, true, "ConcurrentHashMap.put", false);
        Operation operation = new Operation(1);
        operation.become(OperationKind.CALL, 1, 0, true, site);
        assertThat(OperationText.of(operation)).isEqualTo("CALL ConcurrentHashMap.put");
        assertThat(OperationText.site(site)).isEqualTo("a.B.m:7");
    }

    @Test
    void anOperationWithoutTargetIsNamedByKindAlone() {
        assertThat(OperationText.of(new Operation(0))).isEqualTo("BEGIN");
        assertThat(OperationText.site(Sites.UNKNOWN)).isEqualTo("-");
    }
}
