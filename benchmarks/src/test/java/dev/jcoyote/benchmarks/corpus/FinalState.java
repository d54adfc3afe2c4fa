package dev.jcoyote.benchmarks.corpus;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What a program has left in its objects, as a text that is the same for the same values. */
final class FinalState {
    private final StringBuilder text = new StringBuilder();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private FinalState() {}

    /** Reads it, from an object on. */
    static String of(Object object) {
        FinalState state = new FinalState();
        state.add(object);
        return state.text.toString();
    }

    private void add(@Nullable Object value) {
        if (value == null || isText(value)) {
            text.append(value);
        } else if (!seen.add(value)) {
            text.append("again");
        } else if (value instanceof AtomicReference<?> reference) {
            add(reference.get());
        } else if (value.getClass().isArray()) {
            text.append('[');
            for (int i = 0; i < Array.getLength(value); i++) {
                add(Array.get(value, i));
                text.append(' ');
            }
            text.append(']');
        } else if (value.getClass().getName().startsWith("dev.jcoyote.benchmarks.")) {
            addFields(value);
        } else {
            text.append(value.getClass().getSimpleName());
        }
    }

    private static boolean isText(Object value) {
        return value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof CharSequence
                || value instanceof Enum
                || (value.getClass().getName().startsWith("java.util.concurrent.atomic.Atomic")
                        && !value.getClass().getName().contains("Reference"));
    }

    private void addFields(Object object) {
        text.append('{');
        for (Class<?> type = object.getClass(); type != Object.class; type = type.getSuperclass()) {
            Field[] fields = type.getDeclaredFields();
            AccessibleObject.setAccessible(fields, true);
            for (Field field : fields) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                    text.append(field.getName()).append('=');
                    try {
                        add(field.get(object));
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                    text.append(' ');
                }
            }
        }
        text.append('}');
    }
}
