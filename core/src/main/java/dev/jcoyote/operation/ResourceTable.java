package dev.jcoyote.operation;

import dev.jcoyote.bridge.IdentityHash;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The objects that an execution touches, numbered from 1 in order of first touch.
 *
 * <p>Identity hashes only find an object again; no order depends on them. The table keeps its objects alive until it is
 * cleared at the end of the execution. It belongs to the running thread.
 */
public final class ResourceTable {
    private static final int LEAST_CAPACITY = 256;

    /** By number; position 0 is unused. */
    private @Nullable Object[] objects = new Object[LEAST_CAPACITY];

    /** Open addressing, linear probing: numbers, 0 where free. Its length is a power of two, at least 2 × count. */
    private int[] buckets = new int[LEAST_CAPACITY * 2];

    private int count;

    /**
     * The number of the object that was found last: most are looked up several times on end. To keep the object itself would
     * be to write a reference into an old object each time, which costs a fence with some collectors.
     */
    private int lastId;

    private final IdentityNumbers identities;

    /** Creates a table that gives objects their identity hash codes when it first sees them. */
    public ResourceTable(IdentityNumbers identities) {
        this.identities = identities;
    }

    /** The object's number, which is given if it has none yet; {@link Operation#NO_RESOURCE} for null. */
    public int idOf(@Nullable Object object) {
        if (object == null) {
            return Operation.NO_RESOURCE;
        }
        int known = find(object);
        if (known != Operation.NO_RESOURCE) {
            return known;
        }
        int id = ++count;
        if (id == objects.length) {
            grow();
        }
        objects[id] = object;
        identities.touched(object);
        insert(id, object);
        return id;
    }

    /** The object's number, if it has one; {@link Operation#NO_RESOURCE} if not. */
    public int find(Object object) {
        return object == objects[lastId] ? lastId : search(object);
    }

    private int search(Object object) {
        int hash = IdentityHash.of(object);
        if (hash == 0) {
            return Operation.NO_RESOURCE;
        }
        int mask = buckets.length - 1;
        int bucket = spread(hash) & mask;
        int id = buckets[bucket];
        while (id != 0 && objects[id] != object) {
            bucket = (bucket + 1) & mask;
            id = buckets[bucket];
        }
        if (id != Operation.NO_RESOURCE) {
            lastId = id;
        }
        return id;
    }

    /** The object with the given number. */
    public Object object(int id) {
        Object object = objects[id];
        if (object == null) {
            throw new IllegalArgumentException("There is no resource " + id + "; there are " + count);
        }
        return object;
    }

    /** How many objects have a number. */
    public int size() {
        return count;
    }

    /** Forgets all objects. */
    public void clear() {
        if (objects.length > LEAST_CAPACITY * 64) {
            objects = new Object[LEAST_CAPACITY];
            buckets = new int[LEAST_CAPACITY * 2];
        } else {
            Arrays.fill(objects, 0, count + 1, null);
            Arrays.fill(buckets, 0);
        }
        count = 0;
        lastId = 0;
    }

    private static int spread(int hash) {
        int spread = hash * 0x9E3779B9;
        return spread ^ (spread >>> 16);
    }

    private void grow() {
        objects = Arrays.copyOf(objects, objects.length * 2);
        buckets = new int[objects.length * 2];
        for (int id = 1; id < count; id++) {
            insert(id, object(id));
        }
    }

    private void insert(int id, Object object) {
        int mask = buckets.length - 1;
        int bucket = spread(System.identityHashCode(object)) & mask;
        while (buckets[bucket] != 0) {
            bucket = (bucket + 1) & mask;
        }
        buckets[bucket] = id;
    }
}
