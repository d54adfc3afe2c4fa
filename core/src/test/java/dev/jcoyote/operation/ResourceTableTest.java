package dev.jcoyote.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourceTableTest {
    private final ResourceTable table = new ResourceTable(new IdentityNumbers());

    @Test
    void objectsAreNumberedInOrderOfFirstTouch() {
        Object a = new Object();
        Object b = new Object();

        assertThat(table.idOf(a)).isEqualTo(1);
        assertThat(table.idOf(b)).isEqualTo(2);
        assertThat(table.idOf(a)).isEqualTo(1);
        assertThat(table.size()).isEqualTo(2);
    }

    @Test
    void nullIsNoResource() {
        assertThat(table.idOf(null)).isEqualTo(Operation.NO_RESOURCE);
    }

    @Test
    @SuppressWarnings("StringOperationCanBeSimplified")
    void equalObjectsAreDifferentResources() {
        assertThat(table.idOf(new String("x"))).isNotEqualTo(table.idOf(new String("x")));
    }

    @Test
    void manyObjectsKeepTheirNumbers() {
        List<Object> objects = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            objects.add(new Object());
            table.idOf(objects.get(i));
        }
        for (int i = 0; i < 10_000; i++) {
            assertThat(table.idOf(objects.get(i))).isEqualTo(i + 1);
            assertThat(table.object(i + 1)).isSameAs(objects.get(i));
        }
    }

    @Test
    void aClearedTableStartsAgain() {
        Object a = new Object();
        table.idOf(new Object());
        table.idOf(a);
        table.clear();

        assertThat(table.size()).isZero();
        assertThat(table.idOf(a)).isEqualTo(1);
        assertThatThrownBy(() -> table.object(2)).hasMessageContaining("no resource 2");
    }
}
