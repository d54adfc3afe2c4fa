package dev.jcoyote.analysis;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What threads have left behind at the places through which they synchronise: whoever takes it up there comes after them.
 *
 * <p>A place is a monitor or the whole of an object (slot 0), or a part of it. Where one thread names a part and another one
 * the whole, they meet all the same: a {@code VarHandle} does not tell which field it is of.
 */
final class SyncClocks {
    /** In place of a slot: all parts of the object. */
    private static final int ANY_PART = Integer.MIN_VALUE;

    private final LocationTable places = new LocationTable();
    private @Nullable VectorClock[] clocks = new VectorClock[64];

    /** The thread takes up what was left there. */
    void acquire(VectorClock thread, int resource, int slot) {
        join(thread, resource, slot);
        join(thread, resource, slot == 0 ? ANY_PART : 0);
    }

    /** The thread leaves there what it knows. */
    void release(VectorClock thread, int resource, int slot) {
        at(resource, slot).join(thread);
        if (slot != 0) {
            at(resource, ANY_PART).join(thread);
        }
    }

    void clear() {
        for (int place = places.size(); place > 0; place--) {
            VectorClock clock = clocks[place];
            if (clock != null) {
                clock.clear();
            }
        }
        places.clear();
    }

    private void join(VectorClock thread, int resource, int slot) {
        int place = places.find(resource, slot);
        VectorClock left = place == 0 ? null : clocks[place];
        if (left != null) {
            thread.join(left);
        }
    }

    private VectorClock at(int resource, int slot) {
        int place = places.indexOf(resource, slot);
        if (place >= clocks.length) {
            clocks = Arrays.copyOf(clocks, clocks.length * 2);
        }
        VectorClock known = clocks[place];
        if (known == null) {
            known = new VectorClock();
            clocks[place] = known;
        }
        return known;
    }
}
