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
    void acquire(ThreadClock thread, int resource, int slot) {
        Left place = first(resource);
        while (place != null) {
            if (meet(place.slot, slot)) {
                place.takeUp(thread);
            }
            place = place.next;
        }
    }

    /** The thread leaves there what it knows. */
    void release(ThreadClock thread, int resource, int slot) {
        Left place = find(resource, slot);
        (place == null ? add(resource, slot) : place).leave(thread);
    }

    /** The thread does both, first the one and then the other. */
    void acquireAndRelease(ThreadClock thread, int resource, int slot) {
        Left same = null;
        Left place = first(resource);
        while (place != null) {
            int other = place.slot;
            if (meet(other, slot)) {
                place.takeUp(thread);
                if (other == slot) {
                    same = place;
                }
            }
            place = place.next;
        }
        (same == null ? add(resource, slot) : same).leave(thread);
    }

    /** Adds what was left there to a clock, and says whether anything was. */
    boolean collect(VectorClock clock, int resource, int slot) {
        boolean isAny = false;
        Left place = first(resource);
        while (place != null) {
            if (meet(place.slot, slot)) {
                place.addTo(clock);
                isAny = true;
            }
            place = place.next;
        }
        return isAny;
    }

    /** What is left there from now on is this. */
    void replace(VectorClock clock, int resource, int slot) {
        Left place = find(resource, slot);
        (place == null ? add(resource, slot) : place).become(clock);
    }

    /** Nothing is left there any more, if it is a part of its object. */
    void forget(int resource, int slot) {
        Left place = slot == WHOLE ? null : find(resource, slot);
        if (place != null) {
            place.clear();
        }
    }

    private @Nullable Left find(int resource, int slot) {
        Left place = first(resource);
        while (place != null && place.slot != slot) {
            place = place.next;
        }
        return place;
    }

    private static boolean meet(int one, int other) {
        return one == other || (other == WHOLE && one != MONITOR) || (one == WHOLE && other != MONITOR);
    }

    private @Nullable Left first(int resource) {
        return resource < places.length ? places[resource] : null;
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

    private Left add(int resource, int slot) {
        if (resource >= places.length) {
            places = Arrays.copyOf(places, Math.max(resource + 1, places.length * 2));
        }
        Left first = places[resource];
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
