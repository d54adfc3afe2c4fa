package dev.jcoyote.analysis;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What threads have left behind at the places through which they synchronise. A place is the whole of an object (slot 0), a part of
 * it, or its monitor; an object has few, which stand in a list.
 *
 * <p>Where one thread names a part of an object and another one the whole, they meet all the same: a {@code VarHandle} does
 * not tell which field it is of.
 */
final class SyncClocks {
    /** In place of a slot: the object's monitor, which has nothing to do with its fields. */
    static final int MONITOR = Integer.MIN_VALUE;

    private static final int WHOLE = 0;

    /** By object: its first place. */
    private @Nullable Left[] places = new Left[256];

    /** The objects that have places. */
    private int[] used = new int[64];

    private int usedCount;

    /** Places that no object has now. */
    private @Nullable Left free;

    /** The thread takes up what was left there. */
    void acquire(VectorClock thread, int resource, int slot) {
        Left place = resource < places.length ? places[resource] : null;
        while (place != null) {
            int other = place.slot;
            if (other == slot || (slot == WHOLE && other != MONITOR) || (other == WHOLE && slot != MONITOR)) {
                place.takeUp(thread);
            }
            place = place.next;
        }
    }

    /** The thread leaves there what it knows at that moment. */
    void release(VectorClock thread, long epoch, int resource, int slot) {
        at(resource, slot).leave(thread, epoch);
    }

    void clear() {
        for (int i = 0; i < usedCount; i++) {
            Left place = places[used[i]];
            places[used[i]] = null;
            while (place != null) {
                Left next = place.next;
                place.clear();
                place.next = free;
                free = place;
                place = next;
            }
        }
        usedCount = 0;
    }

    private Left at(int resource, int slot) {
        Left first = resource < places.length ? places[resource] : null;
        Left place = first;
        while (place != null && place.slot != slot) {
            place = place.next;
        }
        return place == null ? add(resource, slot, first) : place;
    }

    private Left add(int resource, int slot, @Nullable Left first) {
        if (resource >= places.length) {
            places = Arrays.copyOf(places, Math.max(resource + 1, places.length * 2));
        }
        if (first == null) {
            if (usedCount == used.length) {
                used = Arrays.copyOf(used, usedCount * 2);
            }
            used[usedCount++] = resource;
        }
        Left place = free == null ? new Left() : free;
        free = place.next;
        place.slot = slot;
        place.next = first;
        places[resource] = place;
        return Objects.requireNonNull(place);
    }
}
