package dev.jcoyote.explain.names;

import dev.jcoyote.explain.memory.JdkObjects;
import dev.jcoyote.explain.memory.ObjectMap;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.operation.ResourceTable;
import dev.jcoyote.scheduler.EventLog;
import dev.jcoyote.scheduler.ResourceNames;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Chooses a name for each object among those that it could have, and gives numbers to those that have the same. */
final class NameTable {
    /** Of more objects than that the first. */
    private static final int MOST_LOOKED_AT = 2_000;

    private final ResourceTable resources;
    private final HeapWalk walk;
    private final Makers makers;
    private final UsedVariables used;
    private final IntFunction<@Nullable String> withoutVariable;
    private final ResourceNames fallback;

    private final Map<Integer, String> names = new HashMap<>();
    private final ObjectMap<String> others = new ObjectMap<>();

    /** By part of an object of the JDK: the whole, which has a name of its own. */
    private final ObjectMap<Object> wholes = new ObjectMap<>();

    /** How many objects could have a name. */
    private final Map<String, Integer> wishes = new HashMap<>();

    /** How many objects have got a name. */
    private final Map<String, Integer> given = new HashMap<>();

    NameTable(
            EventLog events,
            ResourceTable resources,
            HeapWalk walk,
            Makers makers,
            UsedVariables used,
            IntFunction<@Nullable String> withoutVariable,
            ResourceNames fallback) {
        this.resources = resources;
        this.walk = walk;
        this.makers = makers;
        this.used = used;
        this.withoutVariable = withoutVariable;
        this.fallback = fallback;
        findParts();
        Set<Integer> touched = new LinkedHashSet<>();
        for (int event = 0; event < events.size(); event++) {
            if (events.resource(event) != Operation.NO_RESOURCE) {
                touched.add(events.resource(event));
            }
        }
        Set<Integer> all = new LinkedHashSet<>(touched);
        for (int resource = 1; resource <= Math.min(resources.size(), MOST_LOOKED_AT); resource++) {
            all.add(resource);
        }
        for (int resource : all) {
            if (withoutVariable.apply(resource) == null && whole(resource) == null) {
                wishes.merge(wishOrClass(resource), 1, Integer::sum);
            }
        }
        touched.forEach(this::name);
    }

    private void findParts() {
        for (int resource = 1; resource <= Math.min(resources.size(), MOST_LOOKED_AT); resource++) {
            if (wish(resource) != null) {
                addParts(resources.object(resource));
            }
        }
        walk.named().forEach(this::addParts);
    }

    private void addParts(Object whole) {
        for (Object part : JdkObjects.parts(whole)) {
            if (wholes.get(part) == null) {
                wholes.put(part, whole);
            }
        }
    }

    /** What the object is part of, if it has no name of its own; else null. */
    private @Nullable Object whole(int resource) {
        return wish(resource) == null ? wholes.get(resources.object(resource)) : null;
    }

    String name(int resource) {
        String known = names.get(resource);
        if (known != null) {
            return known;
        }
        String special = withoutVariable.apply(resource);
        Object whole = whole(resource);
        String name;
        if (special != null) {
            name = special;
        } else {
            name = whole == null ? numbered(wishOrClass(resource)) : nameOfWhole(whole);
        }
        names.put(resource, name);
        return name;
    }

    private String nameOfWhole(Object whole) {
        int resource = resources.find(whole);
        String name = resource == Operation.NO_RESOURCE ? nameOfOther(whole) : name(resource);
        return name == null ? fallback.of(whole) : name;
    }

    /** Else what holds it, its class: the only object of a class that nothing holds needs no number. */
    private String wishOrClass(int resource) {
        String wish = wish(resource);
        if (wish != null) {
            return wish;
        }
        String numbered = fallback.of(resource);
        return numbered.substring(0, numbered.lastIndexOf('#'));
    }

    /** What the object would be called if no other were called so. */
    private @Nullable String wish(int resource) {
        Object object = resources.object(resource);
        String name = walk.name(object);
        if (name == null) {
            name = used.of(resource);
        }
        return name == null ? makers.variable(object) : name;
    }

    private String numbered(String wish) {
        int number = given.merge(wish, 1, Integer::sum);
        return number == 1 && wishes.getOrDefault(wish, 0) <= 1 ? wish : wish + "#" + number;
    }

    /** The name of an object without a number; null if it has none. */
    @Nullable
    String nameOfOther(Object object) {
        String known = others.get(object);
        if (known != null) {
            return known;
        }
        String wish = walk.name(object);
        if (wish == null) {
            wish = makers.variable(object);
        }
        if (wish == null) {
            return null;
        }
        String name = numbered(wish);
        others.put(object, name);
        return name;
    }

    @Nullable
    StackTraceElement madeAt(int resource) {
        StackTraceElement made = madeItselfAt(resource);
        Object whole = made == null ? wholes.get(resources.object(resource)) : null;
        return whole == null ? made : madeItselfAt(whole);
    }

    private @Nullable StackTraceElement madeItselfAt(int resource) {
        StackTraceElement made = makers.madeAt(resources.object(resource));
        return made == null ? used.storedAt(resource) : made;
    }

    private @Nullable StackTraceElement madeItselfAt(Object object) {
        int resource = resources.find(object);
        return resource == Operation.NO_RESOURCE ? makers.madeAt(object) : madeItselfAt(resource);
    }
}
