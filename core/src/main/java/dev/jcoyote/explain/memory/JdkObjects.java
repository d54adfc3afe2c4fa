package dev.jcoyote.explain.memory;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** What the objects of the JDK hold for the program, and what they are made of. */
public final class JdkObjects {
    /** Of larger ones the first elements. */
    private static final int MOST_ELEMENTS = 1_000;

    /** How deep what an object is made of lies in it: a barrier has a lock, that has a synchronizer. */
    private static final int DEPTH_OF_PARTS = 3;

    private static final String CONCURRENT = "java.util.concurrent.";

    private static final Set<String> LISTS = Set.of(
            "java.util.ArrayList",
            "java.util.LinkedList",
            "java.util.Arrays$ArrayList",
            "java.util.ImmutableCollections$List12",
            "java.util.ImmutableCollections$ListN",
            "java.util.concurrent.CopyOnWriteArrayList");

    private static final Set<String> MAPS = Set.of(
            "java.util.HashMap",
            "java.util.LinkedHashMap",
            "java.util.TreeMap",
            "java.util.EnumMap",
            "java.util.ImmutableCollections$Map1",
            "java.util.ImmutableCollections$MapN",
            "java.util.concurrent.ConcurrentHashMap",
            "java.util.concurrent.ConcurrentSkipListMap");

    /** The fields in which objects of the JDK hold one of the program that has no name by that. */
    private static final Set<String> HOLDERS = Set.of("target", "holder", "task", "callable", "runnable");

    private JdkObjects() {}

    /** Hears of what an object holds. */
    public interface Consumer {
        /** One of the things, by what is put after the object's own name, as in {@code [0]}; null if that says nothing. */
        void holds(@Nullable String suffix, @Nullable Object held);
    }

    /** Whether the class is one of the JDK's own, whose code is known. */
    public static boolean isOfJdk(Class<?> type) {
        return type.getClassLoader() == null;
    }

    /** Tells what an object of the JDK holds for the program. */
    public static void contents(Object object, Consumer consumer) {
        String type = object.getClass().getName();
        try {
            if (LISTS.contains(type)) {
                list((List<?>) object, consumer);
            } else if (MAPS.contains(type)) {
                map((Map<?, ?>) object, consumer);
            } else if (object instanceof AtomicReferenceArray<?> array) {
                for (int i = 0; i < Math.min(array.length(), MOST_ELEMENTS); i++) {
                    consumer.holds("[" + i + "]", array.getPlain(i));
                }
            } else if (type.equals(CONCURRENT + "atomic.AtomicReference")) {
                consumer.holds(".get()", Fields.named("value", object));
            } else if (type.equals(CONCURRENT + "locks.ReentrantReadWriteLock")) {
                consumer.holds(".readLock()", Fields.named("readerLock", object));
                consumer.holds(".writeLock()", Fields.named("writerLock", object));
            } else {
                held(object, consumer);
            }
        } catch (ConcurrentModificationException | NoSuchElementException | ArrayIndexOutOfBoundsException e) {
            // Threads that race have left it in a state in which it cannot be read further.
            return;
        }
    }

    private static void list(List<?> list, Consumer consumer) {
        int index = 0;
        for (Iterator<?> elements = list.iterator(); elements.hasNext() && index < MOST_ELEMENTS; index++) {
            consumer.holds("[" + index + "]", elements.next());
        }
    }

    private static void map(Map<?, ?> map, Consumer consumer) {
        int count = 0;
        for (Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
                entries.hasNext() && count < MOST_ELEMENTS;
                count++) {
            Map.Entry<?, ?> entry = entries.next();
            String key = Texts.ofConstant(entry.getKey());
            consumer.holds(key == null ? null : "[" + key + "]", entry.getValue());
            consumer.holds(null, entry.getKey());
        }
    }

    private static void held(Object object, Consumer consumer) {
        for (Field field : Fields.ofObjects(object.getClass())) {
            if (HOLDERS.contains(field.getName())) {
                consumer.holds(null, Fields.get(field, object));
            }
        }
    }

    /** The objects that one of the JDK's is made of, and that the program knows nothing of: the synchronizer of a lock. */
    public static List<Object> parts(Object object) {
        List<Object> parts = new ArrayList<>();
        if (isOfJdk(object.getClass()) && object.getClass().getName().startsWith("java.util.")) {
            addParts(object, parts, DEPTH_OF_PARTS);
        }
        return parts;
    }

    private static void addParts(Object object, List<Object> parts, int depth) {
        for (Field field : Fields.ofObjects(object.getClass())) {
            String type = field.getType().getName();
            boolean isPart = (type.startsWith(CONCURRENT) && field.getName().indexOf('$') < 0)
                    || type.equals("java.util.TaskQueue")
                    || field.getName().equals("mutex")
                    || field.getName().equals("c")
                    || field.getName().equals("m");
            Object part = isPart ? Fields.get(field, object) : null;
            if (part != null && isOfJdk(part.getClass()) && !(part instanceof Thread)) {
                parts.add(part);
                if (depth > 1) {
                    addParts(part, parts, depth - 1);
                }
            }
        }
    }
}
