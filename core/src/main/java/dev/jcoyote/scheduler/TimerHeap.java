package dev.jcoyote.scheduler;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Threads ordered by deadline, then by number: a binary heap from which any thread can be removed. */
final class TimerHeap {
    private ControlledThread[] heap = new ControlledThread[16];
    private int size;

    /** The thread with the earliest deadline, or null if there is none. */
    @Nullable
    ControlledThread peek() {
        return size == 0 ? null : heap[0];
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(ControlledThread thread) {
        assert thread.timerPosition < 0 : thread;
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        siftUp(size++, thread);
    }

    void remove(ControlledThread thread) {
        int position = thread.timerPosition;
        assert heap[position] == thread : thread;
        ControlledThread last = heap[--size];
        thread.timerPosition = -1;
        if (last != thread) {
            siftUp(position, last);
            siftDown(last.timerPosition, last);
        }
    }

    private void siftUp(int from, ControlledThread thread) {
        int position = from;
        while (position > 0 && isBefore(thread, heap[(position - 1) / 2])) {
            place(position, heap[(position - 1) / 2]);
            position = (position - 1) / 2;
        }
        place(position, thread);
    }

    private void siftDown(int from, ControlledThread thread) {
        int position = from;
        while (2 * position + 1 < size) {
            int child = 2 * position + 1;
            if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isBefore(heap[child], thread)) {
                break;
            }
            place(position, heap[child]);
            position = child;
        }
        place(position, thread);
    }

    private void place(int position, ControlledThread thread) {
        heap[position] = thread;
        thread.timerPosition = position;
    }

    private static boolean isBefore(ControlledThread a, ControlledThread b) {
        return a.deadline != b.deadline ? a.deadline < b.deadline : a.id < b.id;
    }
}
