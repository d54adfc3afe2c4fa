package dev.jcoyote.strategy;

import dev.jcoyote.analysis.LongIndex;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.Operation;
import java.util.Arrays;

/**
 * Names for what operations touch that mean the same in all executions of a program, as far as that can be told: the
 * <i>n</i>-th object that is touched as a monitor, by calls of its class or by accesses to fields of its class, and the slot
 * in it.
 *
 * <p>Objects are counted in the order in which they are first touched, which another schedule may change: two objects of one
 * class may then swap their names. Static fields have their own.
 */
final class Locations {
    /** The name of what operations touch that touch nothing. */
    static final long NONE = 0;

    private static final int MONITOR = 0;
    private static final int CALLED = 1;
    private static final int FIELDS = 2;
    private static final int OTHER = 3;
    private static final int ASPECTS = 4;

    private final LongIndex objects = new LongIndex();
    private final LongIndex groups = new LongIndex();

    /** By number in {@link #objects}. */
    private long[] names = new long[32];

    /** By number in {@link #groups}: how many objects it has. */
    private int[] counts = new int[32];

    /** By site: the hash of the class whose member is touched there; 0 if it is not known yet. */
    private int[] classes = new int[256];

    /** A new execution begins. */
    void clear() {
        objects.clear();
        Arrays.fill(counts, 0, groups.size(), 0);
        groups.clear();
    }

    /** The name of what the operation touches, or will touch if it is the next one; {@link #NONE} for nothing. */
    long of(Operation operation) {
        int aspect = aspect(operation);
        if (aspect == OTHER || (operation.resource() == Operation.NO_RESOURCE && operation.slot() == 0)) {
            return NONE;
        }
        long object = 0;
        if (operation.resource() != Operation.NO_RESOURCE) {
            int known = objects.find(key(operation, aspect));
            if (known == LongIndex.ABSENT) {
                long group = group(operation, aspect);
                int number = groups.find(group);
                object = name(group, number == LongIndex.ABSENT ? 0 : counts[number]);
            } else {
                object = names[known];
            }
        }
        return Seeds.mix(object + operation.slot() * Seeds.GAMMA) | 1;
    }

    /** The operation is executed: what it touches keeps its name. */
    void executed(Operation operation) {
        int aspect = aspect(operation);
        if (aspect == OTHER || operation.resource() == Operation.NO_RESOURCE) {
            return;
        }
        int before = objects.size();
        int number = objects.of(key(operation, aspect));
        if (number == before) {
            if (number == names.length) {
                names = Arrays.copyOf(names, number * 2);
            }
            long group = group(operation, aspect);
            // First the number: it may take a longer array.
            int ofGroup = numberOf(group);
            names[number] = name(group, counts[ofGroup]++);
        }
    }

    private int numberOf(long group) {
        int number = groups.of(group);
        if (number == counts.length) {
            counts = Arrays.copyOf(counts, number * 2);
        }
        return number;
    }

    private static long key(Operation operation, int aspect) {
        return (long) operation.resource() * ASPECTS + aspect;
    }

    private static long name(long group, int number) {
        return Seeds.mix(group * Seeds.GAMMA + number);
    }

    private long group(Operation operation, int aspect) {
        return aspect == MONITOR ? aspect : (long) classAt(operation.site()) * ASPECTS + aspect;
    }

    private int classAt(int site) {
        if (site >= classes.length) {
            classes = Arrays.copyOf(classes, Math.max(site + 1, classes.length * 2));
        }
        if (classes[site] == 0) {
            String target = Sites.target(site);
            classes[site] =
                    target.substring(0, Math.max(0, target.lastIndexOf('.'))).hashCode() | 1;
        }
        return classes[site];
    }

    private static int aspect(Operation operation) {
        return switch (operation.kind()) {
            case MONITOR_ENTER, MONITOR_REENTER, WAIT, NOTIFY, NOTIFY_ALL -> MONITOR;
            case CALL -> CALLED;
            case READ, WRITE, PLAIN_READ, PLAIN_WRITE -> FIELDS;
            default -> OTHER;
        };
    }
}
