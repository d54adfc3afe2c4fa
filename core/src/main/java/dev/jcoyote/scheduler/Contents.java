package dev.jcoyote.scheduler;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hashes what objects hold: the values of their fields and elements, and in the same way those of the objects that they
 * refer to, nearest first and up to a number. Which objects these are does not matter, only what they hold and how they
 * refer to each other.
 */
final class Contents {
    private static final int MOST_OBJECTS = 256;
    private static final int MOST_ELEMENTS = 64;

    private final Map<Class<?>, Field[]> fields = new HashMap<>();
    private final List<Object> found = new ArrayList<>();
    private long hash;

    /** The hash of what the object holds now. */
    long of(Object root) {
        found.clear();
        hash = 0;
        find(root);
        for (int i = 0; i < found.size(); i++) {
            add(found.get(i));
        }
        found.clear();
        return hash;
    }

    private void add(Object object) {
        Class<?> type = object.getClass();
        mix(type.getName().hashCode());
        if (type.isArray()) {
            mix(Array.getLength(object));
            for (int i = 0; i < Math.min(Array.getLength(object), MOST_ELEMENTS); i++) {
                value(type.getComponentType(), Array.get(object, i));
            }
            return;
        }
        for (Field field : fields.computeIfAbsent(type, Contents::fieldsOf)) {
            try {
                value(field.getType(), field.get(object));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("The field was made accessible", e);
            }
        }
    }

    private void value(Class<?> type, @Nullable Object value) {
        if (value == null || type.isPrimitive()) {
            mix(value == null ? 0 : value.hashCode());
        } else {
            mix(find(value));
        }
    }

    /** The object's number, in the order of their finding; the last one for all that are too many. */
    private int find(Object object) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i) == object) {
                return i;
            }
        }
        if (found.size() < MOST_OBJECTS) {
            found.add(object);
        }
        return found.size();
    }

    private void mix(int value) {
        hash = (hash ^ value) * 0x9E37_79B9_7F4A_7C15L;
        hash ^= hash >>> 29;
    }

    /** The fields to look at: none of classes and threads, nor of what the JDK does not let anyone see. */
    private static Field[] fieldsOf(Class<?> type) {
        List<Field> all = new ArrayList<>();
        if (Thread.class.isAssignableFrom(type) || type == Class.class || ClassLoader.class.isAssignableFrom(type)) {
            return new Field[0];
        }
        for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
            for (Field field : owner.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && isAccessible(field)) {
                    all.add(field);
                }
            }
        }
        return all.toArray(new Field[0]);
    }

    private static boolean isAccessible(Field field) {
        try {
            field.setAccessible(true);
            return true;
        } catch (InaccessibleObjectException e) {
            return false;
        }
    }
}
