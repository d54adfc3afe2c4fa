package dev.jcoyote.control;

import java.lang.ref.Reference;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The thread locals that a thread has, with their values: what an execution sets in its own stays there, but the values
 * are shared.
 *
 * <p>Those of the JDK's own classes are left out, such as buffers that are freed with their thread and what a thread
 * holds of locks, and those of Mockito, which would count the mocks of all executions together.
 */
public final class ThreadLocals {
    /** Whose record of what a test does belongs to an execution, not to the thread that explores. */
    private static final String RECORDER = "org.mockito.";

    /** No thread locals. */
    public static final ThreadLocals NONE = new ThreadLocals(List.of());

    private final List<Entry<?>> entries;

    private ThreadLocals(List<Entry<?>> entries) {
        this.entries = entries;
    }

    /** Those of the caller, the inheritable ones among them. */
    public static ThreadLocals ofCurrentThread() {
        List<Entry<?>> entries = new ArrayList<>();
        for (String map : new String[] {"threadLocals", "inheritableThreadLocals"}) {
            addAll(entries, value(JdkFields.find(Thread.class, map), Thread.currentThread()));
        }
        return new ThreadLocals(List.copyOf(entries));
    }

    /** Gives them to the caller. */
    void set() {
        for (int i = 0; i < entries.size(); i++) {
            entries.get(i).set();
        }
    }

    private static void addAll(List<Entry<?>> entries, @Nullable Object map) {
        Object table = map == null ? null : value(JdkFields.find(map.getClass(), "table"), map);
        if (table == null) {
            return;
        }
        for (int i = 0; i < Array.getLength(table); i++) {
            if (Array.get(table, i) instanceof Reference<?> slot
                    && slot.get() instanceof ThreadLocal<?> key
                    && isOfProgram(key.getClass())) {
                Object value = value(JdkFields.find(slot.getClass(), "value"), slot);
                if (value == null || !value.getClass().getName().startsWith(RECORDER)) {
                    entries.add(entry(key, value));
                }
            }
        }
    }

    private static boolean isOfProgram(Class<?> type) {
        return type.getClassLoader() != null || type.getPackageName().equals("java.lang");
    }

    // A map of thread locals has values of the types of its keys.
    @SuppressWarnings("unchecked")
    private static <T> Entry<T> entry(ThreadLocal<T> key, @Nullable Object value) {
        return new Entry<>(key, (T) value);
    }

    private static @Nullable Object value(@Nullable Field field, Object object) {
        try {
            return field == null ? null : field.get(object);
        } catch (IllegalAccessException e) {
            throw JdkFields.inaccessible(e);
        }
    }

    private record Entry<T>(ThreadLocal<T> key, @Nullable T value) {
        void set() {
            key.set(value);
        }
    }
}
