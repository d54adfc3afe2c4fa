package dev.jcoyote.explain.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values by the very object. It asks no object for its identity hash code, not even the JVM: objects that had none would have
 * one from then on, and that is seen in later executions. So it is for some thousands of objects.
 */
public final class ObjectMap<V> {
    /** By the name of the class. */
    private final Map<String, List<Entry<V>>> entries = new HashMap<>();

    private int size;

    private static final class Entry<V> {
        final Object object;
        V value;

        Entry(Object object, V value) {
            this.object = object;
            this.value = value;
        }
    }

    /** The value of an object, or null. */
    public @Nullable V get(Object object) {
        Entry<V> entry = find(object);
        return entry == null ? null : entry.value;
    }

    /** Gives the object a value in place of the one that it has. */
    public void put(Object object, V value) {
        Entry<V> entry = find(object);
        if (entry != null) {
            entry.value = value;
        } else {
            entries.computeIfAbsent(object.getClass().getName(), unused -> new ArrayList<>())
                    .add(new Entry<>(object, value));
            size++;
        }
    }

    /** How many objects have a value. */
    public int size() {
        return size;
    }

    @SuppressWarnings("ReferenceEquality") // this very one, and not one like it
    private @Nullable Entry<V> find(Object object) {
        for (Entry<V> entry : entries.getOrDefault(object.getClass().getName(), List.of())) {
            if (entry.object == object) {
                return entry;
            }
        }
        return null;
    }
}
