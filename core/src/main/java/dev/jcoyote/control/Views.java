package dev.jcoyote.control;

import dev.jcoyote.operation.ResourceTable;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which collection an iterator or a view reads: {@code next()} of an ArrayList's iterator is an access of that ArrayList, or of
 * the synchronized list around it.
 *
 * <p>The JDK's own fields lead from the outer object to the inner one: from the iterator to its list, and also from a HashSet
 * to its HashMap, of which the set's iterators know alone. So what is around an inner collection is kept when it is asked
 * for an iterator or a view.
 */
final class Views {
    private static final String[] INNER = {"this$0", "root", "m", "map", "c", "list"};

    private static final Set<String> OPENING = Set.of(
            "descendingIterator",
            "descendingKeySet",
            "descendingMap",
            "descendingSet",
            "entrySet",
            "headMap",
            "headSet",
            "iterator",
            "keySet",
            "listIterator",
            "navigableKeySet",
            "reversed",
            "subList",
            "subMap",
            "subSet",
            "tailMap",
            "tailSet",
            "values");

    private final ResourceTable resources;

    private final ClassValue<Inner> inners = new ClassValue<>() {
        @Override
        protected Inner computeValue(Class<?> type) {
            return new Inner(inner(type));
        }
    };

    /** The calls that ask for an iterator or a view. */
    private final CalledNames opening = new CalledNames(OPENING);

    /** By the number of an inner collection: the one around it. */
    private @Nullable Object[] around = new Object[64];

    /** The view that was asked for last, and what it reads: a loop asks at each element. */
    private @Nullable Object last;

    private @Nullable Object lastRead;

    Views(ResourceTable resources) {
        this.resources = resources;
    }

    /** The field of a class in which its objects have the one that they read; null if there is none. */
    private record Inner(@Nullable Field field) {}

    private static @Nullable Field inner(Class<?> type) {
        for (Class<?> c = type; c != null && isOfUtil(c); c = c.getSuperclass()) {
            for (String name : INNER) {
                Field field = JdkFields.find(c, name);
                if (field != null && isOfUtil(field.getType())) {
                    return field;
                }
            }
        }
        return null;
    }

    private static boolean isOfUtil(Class<?> type) {
        return type.getPackageName().equals("java.util");
    }

    /** Whether objects of that class read another one. */
    static boolean readAnother(Class<?> type) {
        return inner(type) != null;
    }

    /** An execution begins. */
    void begin() {
        Arrays.fill(around, null);
        forget();
    }

    private void forget() {
        last = null;
        lastRead = null;
    }

    /** A collection is called: what is inside it is known as its own from now on, if iterators come from the call. */
    void called(Object collection, int site) {
        if (opening.contains(site)) {
            for (Object inner = inner(collection); inner != null; inner = inner(inner)) {
                int id = resources.idOf(inner);
                if (id >= around.length) {
                    around = Arrays.copyOf(around, Math.max(id + 1, around.length * 2));
                }
                around[id] = collection;
            }
            forget();
        }
    }

    /** What the iterator or view reads in the end; null if it reads nothing that is known. */
    @Nullable
    Object behind(Object view) {
        if (view != last) {
            lastRead = innermost(view);
            last = view;
        }
        return lastRead;
    }

    private @Nullable Object innermost(Object view) {
        Object behind = null;
        for (Object inner = inner(view); inner != null; inner = inner(inner)) {
            int id = resources.find(inner);
            Object outer = id < around.length ? around[id] : null;
            if (outer != null) {
                return outer;
            }
            behind = inner;
        }
        return behind;
    }

    private @Nullable Object inner(Object object) {
        Field field = inners.get(object.getClass()).field();
        try {
            return field == null ? null : field.get(object);
        } catch (IllegalAccessException e) {
            throw JdkFields.inaccessible(e);
        }
    }
}
