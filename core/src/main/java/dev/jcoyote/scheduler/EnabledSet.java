package dev.jcoyote.scheduler;

import dev.jcoyote.schedule.Decision;
import java.util.Arrays;

/**
 * The threads whose pending operation can proceed now.
 *
 * <p>Adding, removing and hashing take constant time. The order depends on the history of the execution alone.
 */
final class EnabledSet {
    private ControlledThread[] members = new ControlledThread[16];
    private int size;
    private int hash;

    int size() {
        return size;
    }

    ControlledThread get(int position) {
        return members[position];
    }

    /** The same for the same paths and pending operations, in every run, whatever the order and the lines. */
    int hash() {
        return Decision.shortHash(hash);
    }

    boolean contains(ControlledThread thread) {
        return thread.enabledPosition >= 0;
    }

    void add(ControlledThread thread) {
        assert thread.enabledPosition < 0 : thread;
        if (size == members.length) {
            members = Arrays.copyOf(members, size * 2);
        }
        members[size] = thread;
        thread.enabledPosition = size++;
        thread.enabledHash = mix(thread.pathHash * 31 + thread.operation.codeHash());
        hash ^= thread.enabledHash;
    }

    void remove(ControlledThread thread) {
        int position = thread.enabledPosition;
        assert position >= 0 && members[position] == thread : thread;
        ControlledThread last = members[--size];
        members[position] = last;
        last.enabledPosition = position;
        thread.enabledPosition = -1;
        hash ^= thread.enabledHash;
    }

    private static int mix(int value) {
        int h = value * 0x85EBCA6B;
        h ^= h >>> 13;
        h *= 0xC2B2AE35;
        return h ^ (h >>> 16);
    }
}
