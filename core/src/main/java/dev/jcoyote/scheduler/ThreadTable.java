package dev.jcoyote.scheduler;

import dev.jcoyote.bridge.IdentityHash;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds a controlled thread by its thread object: open addressing by identity, whose order nothing depends on.
 *
 * <p>Written by who holds the baton, read by any thread, without a lock: who has got hold of a thread object by means
 * that order memory (JLS 17.4.5) finds what was written before the object was passed on.
 */
final class ThreadTable {
    private static final int LEAST_CAPACITY = 64;

    private @Nullable ControlledThread[] slots = new ControlledThread[LEAST_CAPACITY];
    private int size;

    void add(ControlledThread thread) {
        if (++size * 2 > slots.length) {
            @Nullable ControlledThread[] old = slots;
            @Nullable ControlledThread[] grown = new ControlledThread[old.length * 2];
            for (ControlledThread known : old) {
                if (known != null) {
                    insert(grown, known);
                }
            }
            slots = grown;
        }
        insert(slots, thread);
    }

    private static void insert(@Nullable ControlledThread[] slots, ControlledThread thread) {
        int mask = slots.length - 1;
        int slot = spread(System.identityHashCode(thread.thread)) & mask;
        while (slots[slot] != null) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = thread;
    }

    @Nullable
    ControlledThread find(Thread thread) {
        int hash = IdentityHash.of(thread);
        if (hash == 0) {
            return null;
        }
        @Nullable ControlledThread[] known = slots;
        int mask = known.length - 1;
        int slot = spread(hash) & mask;
        ControlledThread found = known[slot];
        while (found != null && found.thread != thread) {
            slot = (slot + 1) & mask;
            found = known[slot];
        }
        return found;
    }

    void clear() {
        if (size > 0) {
            if (slots.length > LEAST_CAPACITY) {
                slots = new ControlledThread[LEAST_CAPACITY];
            } else {
                Arrays.fill(slots, null);
            }
            size = 0;
        }
    }

    private static int spread(int hash) {
        int spread = hash * 0x9E3779B9;
        return spread ^ (spread >>> 16);
    }
}
