package dev.jcoyote.sync;

import dev.jcoyote.scheduler.ControlledThread;
import java.util.Arrays;

/** The threads whose pending operation takes one monitor. A thread contends for one at a time; the order is any. */
final class Contenders {
    private ControlledThread[] threads = new ControlledThread[2];
    private int size;

    int size() {
        return size;
    }

    ControlledThread get(int position) {
        return threads[position];
    }

    void add(ControlledThread thread) {
        if (size == threads.length) {
            threads = Arrays.copyOf(threads, size * 2);
        }
        thread.contenderPosition = size;
        threads[size++] = thread;
    }

    /** Takes the thread away, if it is there. */
    void remove(ControlledThread thread) {
        int position = thread.contenderPosition;
        if (position < 0) {
            return;
        }
        ControlledThread last = threads[--size];
        threads[position] = last;
        last.contenderPosition = position;
        thread.contenderPosition = -1;
    }
}
