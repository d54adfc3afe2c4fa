package dev.jcoyote.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.Operation;
import org.junit.jupiter.api.Test;

class GraphHashTest {
    private static final int FIRST = site(10);
    private static final int SECOND = site(20);

    private final GraphHash hash = new GraphHash();

    private record Event(int thread, int resource, boolean write, int site) {}

    @Test
    void theOrderOfWhatDoesNotConflictLeavesNoTrace() {
        assertThat(of(write(0, 1), write(1, 2))).isEqualTo(of(write(1, 2), write(0, 1)));
        assertThat(of(read(0, 1), read(1, 1), write(2, 1))).isEqualTo(of(read(1, 1), read(0, 1), write(2, 1)));
    }

    @Test
    void theOrderOfConflictsAndOfAThreadIsTheGraph() {
        assertThat(of(write(0, 1), write(1, 1))).isNotEqualTo(of(write(1, 1), write(0, 1)));
        assertThat(of(write(0, 1), read(1, 1))).isNotEqualTo(of(read(1, 1), write(0, 1)));
        assertThat(of(write(0, 1), write(0, 2), read(1, 1))).isNotEqualTo(of(write(0, 2), write(0, 1), read(1, 1)));
    }

    @Test
    void theNumbersOfObjectsAndThreadsInOneExecutionDoNotMatter() {
        assertThat(of(write(0, 1), read(1, 1))).isEqualTo(of(write(0, 7), read(1, 7)));
        hash.begin();
        execute(write(3, 1), "main".hashCode());
        execute(read(2, 1), "main.1".hashCode());
        assertThat(hash.value()).isEqualTo(of(write(0, 1), read(1, 1)));
    }

    @Test
    void aCompareAndSetThatFailedIsARead() {
        long failedFirst = compared(write(0, 1), write(1, 1));
        long failedLast = compared(write(1, 1), write(0, 1));
        assertThat(failedFirst).isEqualTo(failedLast).isNotEqualTo(of(write(0, 1), write(1, 1)));
    }

    @Test
    void aValueIsPartOfTheGraph() {
        hash.begin();
        execute(write(0, 1), "main".hashCode());
        hash.chosen(1);
        assertThat(hash.value()).isNotEqualTo(of(write(0, 1)));
    }

    @Test
    void linesThatConflictAreCountedOncePairAndOrder() {
        of(write(0, 1), new Event(1, 1, true, SECOND));
        of(write(0, 1), new Event(1, 1, true, SECOND));
        assertThat(hash.orders().pairs()).isEqualTo(1);
        assertThat(hash.orders().inBothOrders()).isZero();
        assertThat(hash.orders().drainNew()).hasSize(1);
        of(new Event(1, 1, false, SECOND), write(0, 1));
        assertThat(hash.orders().pairs()).isEqualTo(1);
        assertThat(hash.orders().inBothOrders()).isEqualTo(1);
        assertThat(hash.orders().drainNew()).hasSize(1);
    }

    @Test
    void linesOfOneThreadAndReadsDoNotConflict() {
        of(write(0, 1), new Event(0, 1, true, SECOND), write(1, 2));
        of(read(0, 1), new Event(1, 1, false, SECOND));
        // The same line in two threads has no other order.
        of(write(0, 1), write(1, 1));
        assertThat(hash.orders().pairs()).isZero();
    }

    private long compared(Event first, Event second) {
        hash.begin();
        for (Event event : new Event[] {first, second}) {
            execute(event, path(event.thread));
            hash.compareFailed();
        }
        return hash.value();
    }

    private long of(Event... events) {
        hash.begin();
        for (Event event : events) {
            execute(event, path(event.thread));
        }
        return hash.value();
    }

    private void execute(Event event, int path) {
        Operation operation = new Operation(event.thread);
        operation.become(OperationKind.CALL, event.resource, 0, event.write, event.site);
        hash.executed(operation, operation.kind(), path);
    }

    private static int path(int thread) {
        return (thread == 0 ? "main" : "main." + thread).hashCode();
    }

    private static Event write(int thread, int resource) {
        return new Event(thread, resource, true, FIRST);
    }

    private static Event read(int thread, int resource) {
        return new Event(thread, resource, false, FIRST);
    }

    private static int site(int line) {
        return Sites.add("a.Cell", "run", "Cell.java", line, OperationKind.CALL, true, "Cell.x", false);
    }
}
