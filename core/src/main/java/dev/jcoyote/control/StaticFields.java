package dev.jcoyote.control;

import dev.jcoyote.bridge.ClassInitialization;
import dev.jcoyote.bridge.StaticEpoch;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The static fields of the program: most begin anew in every execution. Those of classes that were initialised before keep
 * what executions leave there; which of them executions have changed is found by a look before and after.
 */
public final class StaticFields {
    private final TreeSet<String> changed = new TreeSet<>();
    private final TreeSet<String> problems = new TreeSet<>();
    private final List<Kept> kept = new ArrayList<>();
    private boolean renewed = true;
    private int known;

    /** A class that keeps its state, and what its fields held. */
    private record Kept(ClassInitialization type, List<@Nullable Object> before, List<Object> digests) {}

    /** Sets whether executions begin with fresh static fields. */
    public void renew(boolean renew) {
        renewed = renew;
    }

    /** Executions follow. */
    void begin() {
        kept.clear();
        known = 0;
        addKept();
        StaticEpoch.beginExploration();
    }

    /** Looks at the classes that keep their state and have not been looked at. */
    private void addKept() {
        List<@Nullable ClassInitialization> all = StaticEpoch.keptClasses();
        for (ClassInitialization type : all.subList(known, all.size())) {
            if (type != null) {
                List<@Nullable Object> values = Arrays.asList(type.statics());
                kept.add(new Kept(type, values, digests(values)));
            }
        }
        known = all.size();
    }

    /** An execution begins. */
    void beginExecution() {
        if (StaticEpoch.keptCount() != known) {
            addKept();
        }
        if (renewed) {
            StaticEpoch.beginExecution();
        }
    }

    /** No executions follow. */
    void end() {
        StaticEpoch.endExploration(renewed);
        look();
        kept.clear();
    }

    /** Looks what executions have changed. */
    public void look() {
        for (Kept one : kept) {
            compare(one);
        }
        problems.addAll(StaticEpoch.drainProblems());
    }

    private void compare(Kept one) {
        List<@Nullable Object> after = Arrays.asList(one.type.statics());
        List<Object> digests = digests(after);
        for (int i = 0; i < one.before.size() && i < after.size(); i += 2) {
            Object before = one.before.get(i + 1);
            boolean isSame = before == after.get(i + 1) || isEqualValue(before, after.get(i + 1));
            if (!isSame || !one.digests.get(i / 2).equals(digests.get(i / 2))) {
                changed.add(one.type.type().getName() + "." + after.get(i));
            }
        }
    }

    /** The fields that kept what executions left there, since the last time. */
    public List<String> drainChanged() {
        List<String> drained = new ArrayList<>(changed);
        changed.clear();
        return drained;
    }

    /** The classes that could not begin anew, since the last time, with the reasons. */
    public List<String> drainProblems() {
        List<String> drained = new ArrayList<>(problems);
        problems.clear();
        return drained;
    }

    private static boolean isEqualValue(@Nullable Object before, @Nullable Object after) {
        // Primitive values come in boxes.
        return before != null
                && before.getClass().getName().startsWith("java.lang.")
                && (before instanceof Number || before instanceof Boolean || before instanceof Character)
                && before.equals(after);
    }

    private static List<Object> digests(List<@Nullable Object> values) {
        List<Object> digests = new ArrayList<>();
        for (int i = 1; i < values.size(); i += 2) {
            digests.add(digest(values.get(i)));
        }
        return digests;
    }

    /** What can be seen of a container's contents without asking the program. */
    private static Object digest(@Nullable Object value) {
        if (value == null || !value.getClass().getName().startsWith("java.util.")) {
            return value != null && value.getClass().isArray() ? digestOfArray(value) : "";
        }
        if (value instanceof Collection<?> collection) {
            return collection.size();
        }
        if (value instanceof Map<?, ?> map) {
            return map.size();
        }
        if (value instanceof Number || value instanceof AtomicBoolean) {
            return value.toString();
        }
        if (value instanceof AtomicReference<?> reference) {
            return System.identityHashCode(reference.getPlain());
        }
        return "";
    }

    private static Object digestOfArray(Object array) {
        int hash = 1;
        boolean primitive = array.getClass().getComponentType().isPrimitive();
        for (int i = 0; i < Array.getLength(array); i++) {
            Object element = Array.get(array, i);
            hash = 31 * hash + (primitive ? Objects.hashCode(element) : System.identityHashCode(element));
        }
        return hash;
    }
}
