package dev.jcoyote.operation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
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

    /** The object's number, which is given if it has none yet; {@link Operation#NO_RESOURCE} for null. */
    public int idOf(@Nullable Object object) {
        if (object == null) {
            return Operation.NO_RESOURCE;
        }
        int mask = buckets.length - 1;
        int bucket = spread(object) & mask;
        for (int id = buckets[bucket]; id != 0; id = buckets[bucket]) {
            if (objects[id] == object) {
                return id;
            }
            bucket = (bucket + 1) & mask;
        }
        int id = ++count;
        if (id == objects.length) {
            grow();
        }
        objects[id] = object;
        insert(id, object);
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

    /** A name that every run agrees on: the class's simple name and a count of that class's objects, {@code Account#2}. */
    public String name(int id) {
        return names()[id];
    }

    /** All names by number; that of {@link Operation#NO_RESOURCE} is empty. */
    public String[] names() {
        String[] names = new String[count + 1];
        names[0] = "";
        Map<String, Integer> counts = new HashMap<>();
        for (int id = 1; id <= count; id++) {
            Object object = object(id);
            if (object instanceof Class<?> type) {
                names[id] = type.getSimpleName() + ".class";
            } else {
                String type = typeName(object);
                names[id] = type + "#" + counts.merge(type, 1, Integer::sum);
            }
        }
        return names;
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
    }

    private static String typeName(Object object) {
        Class<?> type = object.getClass();
        String name = type.getName();
        // Lambdas and proxies have names of one run.
        if (type.isHidden() || type.isSynthetic()) {
            int lambda = name.indexOf("$$Lambda");
            name = lambda < 0 ? "Proxy" : name.substring(0, lambda) + "$Lambda";
        }
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }

    private static int spread(Object object) {
        int hash = System.identityHashCode(object) * 0x9E3779B9;
        return hash ^ (hash >>> 16);
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
        int bucket = spread(object) & mask;
        while (buckets[bucket] != 0) {
            bucket = (bucket + 1) & mask;
        }
        buckets[bucket] = id;
    }
}
