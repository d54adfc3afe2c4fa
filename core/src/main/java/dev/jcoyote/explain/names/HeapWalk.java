package dev.jcoyote.explain.names;

import dev.jcoyote.explain.memory.Fields;
import dev.jcoyote.explain.memory.JdkObjects;
import dev.jcoyote.explain.memory.ObjectMap;
import dev.jcoyote.explain.memory.Texts;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the objects of an execution, nearest first, and gives each the shortest name by which it is reached: a static
 * field, a variable, a field of an object with a name, a field of an object without, an element.
 */
final class HeapWalk {
    /** Names of more parts say nothing. */
    private static final int LEVELS = 6;

    private static final int MOST_OBJECTS = 5_000;

    /** A name that is not that of a captured variable is better, if it is no more levels farther. */
    private static final int PATIENCE = 4;

    private static final int NOT_CAPTURED = -1;
    private static final int MOST_ELEMENTS = 1_000;

    /** What compilers put before the name of a variable that an inner class has captured. */
    private static final String CAPTURED = "val$";

    private final List<List<Item>> levels = new ArrayList<>();
    private final ObjectMap<Item> reached = new ObjectMap<>();
    private final List<Object> named = new ArrayList<>();
    private final Set<String> classes = new HashSet<>();
    private final CapturedVariables captured;

    /** An object and its name, null if it has none by the way it was reached; and the level, if that is a captured variable. */
    private record Item(Object object, @Nullable String name, int capturedAt) {
        /** Whether that name is better: several threads' bodies may hold objects in variables of one name. */
        boolean givesWayTo(Item other, int level) {
            return other.name != null
                    && (name == null || (capturedAt >= 0 && other.capturedAt < 0 && level <= capturedAt + PATIENCE));
        }
    }

    HeapWalk(CapturedVariables captured) {
        this.captured = captured;
        for (int level = 0; level <= LEVELS; level++) {
            levels.add(new ArrayList<>());
        }
    }

    /** Begins at a variable, too. */
    void addVariable(String name, Object object) {
        add(1, object, name);
    }

    /** Begins at the static fields of a class, too. */
    void addClass(Class<?> type) {
        addStatics(type, 1);
    }

    /** Begins at an object without a name, too; level 0 counts as near as a variable. */
    void addObject(Object object, int level) {
        add(level, object, null);
    }

    private void add(int level, @Nullable Object object, @Nullable String name) {
        add(level, object, name, NOT_CAPTURED);
    }

    private void add(int level, @Nullable Object object, @Nullable String name, int capturedAt) {
        if (object != null && level <= LEVELS && !isLeaf(object)) {
            levels.get(level).add(new Item(object, name, capturedAt));
        }
    }

    private static boolean isLeaf(Object object) {
        return Texts.ofConstant(object) != null;
    }

    /** Goes as far as there is something to find. */
    void run() {
        for (int level = 0; level <= LEVELS; level++) {
            List<Item> items = levels.get(level);
            // It grows meanwhile.
            for (int i = 0; i < items.size() && reached.size() < MOST_OBJECTS; i++) {
                reach(items.get(i), level);
            }
        }
    }

    private void reach(Item item, int level) {
        Item before = reached.get(item.object);
        if (before == null) {
            reached.put(item.object, item);
            if (item.name != null) {
                named.add(item.object);
            }
            expand(item, level);
        } else if (before.givesWayTo(item, level)) {
            reached.put(item.object, item);
            if (before.name == null) {
                named.add(item.object);
            }
        }
    }

    /** The shortest name of an object; null if it has none. */
    @Nullable
    String name(Object object) {
        Item item = reached.get(object);
        return item == null ? null : item.name;
    }

    /** The objects that have a name, nearest first. */
    List<Object> named() {
        return named;
    }

    private void expand(Item item, int level) {
        Object object = item.object;
        Class<?> type = object.getClass();
        if (object instanceof Object[] array) {
            for (int i = 0; i < Math.min(Array.getLength(array), MOST_ELEMENTS); i++) {
                child(item, level, "[" + i + "]", array[i]);
            }
        } else if (JdkObjects.isOfJdk(type)) {
            JdkObjects.contents(object, (suffix, held) -> child(item, level, suffix, held));
        } else {
            fields(item, level);
        }
    }

    private void child(Item owner, int level, @Nullable String suffix, @Nullable Object held) {
        add(level + 1, held, owner.name == null || suffix == null ? null : owner.name + suffix);
    }

    private void fields(Item item, int level) {
        for (Field field : Fields.ofObjects(item.object.getClass())) {
            Class<?> declaring = field.getDeclaringClass();
            Object value = field.getType().isPrimitive() ? null : Fields.get(field, item.object);
            if (value == null) {
                continue;
            }
            if (JdkObjects.isOfJdk(declaring)) {
                if (item.object instanceof Thread) {
                    continue;
                }
                add(level + 1, value, null);
            } else if (field.getName().startsWith(CAPTURED)) {
                int nearest = Math.max(level, 1);
                add(nearest, value, field.getName().substring(CAPTURED.length()), nearest);
            } else if (field.getName().indexOf('$') >= 0) {
                String variable = captured.of(field);
                int nearest = variable == null ? level + 1 : Math.max(level, 1);
                add(nearest, value, variable, variable == null ? NOT_CAPTURED : nearest);
            } else {
                String owner = item.name == null ? simpleName(declaring) : item.name;
                // A field of an object with a name comes before one of an object without.
                add(level + (item.name == null ? 2 : 1), value, owner + "." + field.getName());
            }
        }
        for (Class<?> c = item.object.getClass(); c != null && !JdkObjects.isOfJdk(c); c = c.getSuperclass()) {
            addStatics(c, Math.max(level, 1));
        }
    }

    private void addStatics(Class<?> type, int level) {
        if (!classes.add(type.getName()) || !Fields.isInitialized(type)) {
            return;
        }
        for (Field field : Fields.declared(type)) {
            boolean isWanted = Modifier.isStatic(field.getModifiers())
                    && !field.getType().isPrimitive()
                    && !field.isSynthetic()
                    && field.getName().indexOf('$') < 0;
            if (isWanted) {
                add(level, Fields.get(field, null), simpleName(type) + "." + field.getName());
            }
        }
    }

    /** The name of a class without its package and the classes around it, unless it has no name of its own. */
    static String simpleName(Class<?> type) {
        String name = type.getName();
        int lambda = name.indexOf("$$Lambda");
        String simple = lambda < 0 ? name : name.substring(0, lambda);
        simple = simple.substring(simple.lastIndexOf('.') + 1);
        String last = simple.substring(simple.lastIndexOf('$') + 1);
        return last.isEmpty() || Character.isDigit(last.charAt(0)) ? simple.replace('$', '.') : last;
    }
}
