package dev.jcoyote.bridge;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which accesses somebody wants to hear of, besides the scheduling points. Set between executions; a hook that nobody
 * hears costs the look at a field.
 */
public final class Hearing {
    /** A power of two. */
    private static final int RECENT = 1024;

    /** Whether plain accesses and the calls of collections that are not thread-safe are heard, or are scheduling points. */
    static boolean plain;

    /** Whether accesses of JDK code are heard that order memory. */
    static boolean synchronizing;

    /** Whether those are heard, too, by which threads queue for a lock: they order nothing that the lock's state does not. */
    static boolean queues;

    /** Whether the creation of objects is heard. */
    static boolean creation;

    /** Whether each plain access is a scheduling point. */
    static boolean isEachPlainPoint;

    /** The plain accesses that were heard last: objects, then moments with sites, then indices of elements. */
    private static final @Nullable Object[] objects = new Object[RECENT];

    private static final long[] stamps = new long[RECENT];
    private static final int[] indices = new int[RECENT];

    private static int lastRow;

    private Hearing() {}

    /** Sets whether each plain access is a scheduling point, from the next execution on. */
    public static void makeEachPlainPoint(boolean each) {
        isEachPlainPoint = each;
    }

    /** Sets what is heard in the execution that begins. */
    public static void begin(
            boolean plainAccesses, boolean synchronizingAccesses, boolean queueAccesses, boolean creations) {
        plain = plainAccesses || isEachPlainPoint || Sites.isAnyPromoted();
        synchronizing = synchronizingAccesses;
        queues = queueAccesses;
        creation = creations;
    }

    /** Nothing is heard any more. */
    public static void end() {
        plain = false;
        synchronizing = false;
        creation = false;
        Arrays.fill(objects, null);
        Arrays.fill(stamps, 0);
    }

    /** Whether plain accesses are heard, or are scheduling points. */
    public static boolean isPlain() {
        return plain;
    }

    /** Whether a plain access there is a scheduling point. */
    static boolean isPoint(int site) {
        return isEachPlainPoint || Sites.isPromoted(site);
    }

    /** The last access was not told of: the next one like it is none that was heard already. */
    public static void forgetLast() {
        stamps[lastRow] = 0;
    }

    /**
     * Whether the access was heard already since the running thread has last come to any other hook: then it says nothing
     * that is new.
     */
    static boolean isRepeated(@Nullable Object object, int index, int site) {
        int row = site + index * 31 & RECENT - 1;
        long stamp = (long) Control.moment << 32 | site;
        if (stamps[row] == stamp && objects[row] == object && indices[row] == index) {
            return true;
        }
        lastRow = row;
        stamps[row] = stamp;
        if (objects[row] != object) {
            // Not each time: to write a reference into an old array costs a fence with some collectors.
            objects[row] = object;
        }
        indices[row] = index;
        return false;
    }
}
