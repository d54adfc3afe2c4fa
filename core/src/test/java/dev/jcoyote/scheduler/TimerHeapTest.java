package dev.jcoyote.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimerHeapTest {
    private static final ControlledThread MAIN = new ControlledThread(0, new Thread(), null, 0);

    @Test
    void theEarliestDeadlineComesFirstAndEqualOnesInOrderOfStart() {
        TimerHeap heap = new TimerHeap();
        ControlledThread late = thread(0, 50);
        ControlledThread second = thread(2, 10);
        ControlledThread first = thread(1, 10);
        heap.add(late);
        heap.add(second);
        heap.add(first);

        assertThat(heap.peek()).isSameAs(first);
        heap.remove(first);
        assertThat(heap.peek()).isSameAs(second);
        heap.remove(second);
        assertThat(heap.peek()).isSameAs(late);
        heap.remove(late);
        assertThat(heap.peek()).isNull();
    }

    @Test
    void anyThreadCanBeRemovedAndTheRestStaysInOrder() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            TimerHeap heap = new TimerHeap();
            List<ControlledThread> in = new ArrayList<>();
            for (int step = 0; step < 100; step++) {
                if (in.isEmpty() || random.nextInt(3) > 0) {
                    ControlledThread added = thread(step, random.nextInt(20));
                    heap.add(added);
                    in.add(added);
                } else {
                    heap.remove(in.remove(random.nextInt(in.size())));
                }
                in.sort(Comparator.<ControlledThread>comparingLong(t -> t.deadline)
                        .thenComparingInt(t -> t.id));
                assertThat(heap.peek()).isSameAs(in.isEmpty() ? null : in.get(0));
            }
        }
    }

    private static ControlledThread thread(int id, long deadline) {
        ControlledThread thread = new ControlledThread(id, new Thread(), MAIN, id);
        thread.deadline = deadline;
        return thread;
    }
}
