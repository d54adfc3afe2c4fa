package dev.jcoyote.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.IdentityNumbers;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.operation.ResourceTable;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class ResourceNamesTest {
    private final ResourceTable resources = new ResourceTable(new IdentityNumbers());
    private final EventLog events = new EventLog();

    @Test
    void namesCountTheObjectsOfEachClassByFirstAppearance() {
        StringBuilder unseen = new StringBuilder();
        StringBuilder first = new StringBuilder();
        StringBuilder second = new StringBuilder();
        resources.idOf(unseen);
        resources.idOf(second);
        touch(first);
        touch(new ArrayList<>());
        touch(second);
        ResourceNames names = new ResourceNames(events, resources);

        assertThat(names.of(first)).isEqualTo("StringBuilder#1");
        assertThat(names.of(second)).isEqualTo("StringBuilder#2");
        assertThat(names.of(unseen)).isEqualTo("StringBuilder#3");
        assertThat(names.of(Operation.NO_RESOURCE)).isEmpty();
    }

    @Test
    void classesAreNamedByThemselves() {
        touch(String.class);
        assertThat(new ResourceNames(events, resources).of(1)).isEqualTo("String.class");
    }

    @Test
    void objectsWithoutANumberAreNamedByTheirClass() {
        assertThat(new ResourceNames(events, resources).of(new StringBuilder())).isEqualTo("a StringBuilder");
    }

    @Test
    void lambdasAreNamedAfterTheirClassAndNotAfterTheRun() {
        Runnable lambda = () -> {};
        touch(lambda);
        assertThat(new ResourceNames(events, resources).of(lambda)).isEqualTo("ResourceNamesTest.Lambda#1");
    }

    private void touch(Object object) {
        Operation operation = new Operation(0);
        operation.become(OperationKind.CALL, resources.idOf(object), 0, true, Sites.UNKNOWN);
        events.add(operation, operation.kind(), 0);
    }
}
