package dev.jcoyote.explain.values;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.explain.memory.Fields;
import dev.jcoyote.explain.memory.JdkObjects;
import dev.jcoyote.explain.memory.State;
import dev.jcoyote.explain.memory.States;
import dev.jcoyote.explain.names.CodeVariables;
import dev.jcoyote.install.VariableUse;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Finds the place that an access touches, from its object and its code position. */
final class Places {
    /** Larger arrays are not looked through for the element that has changed. */
    private static final int MOST_ELEMENTS = 64;

    private final CodeVariables variables;
    private final @Nullable ClassLoader loader;

    /** By site: the static field there. */
    private final Map<Integer, Optional<Field>> statics = new HashMap<>();

    Places(CodeVariables variables, @Nullable ClassLoader loader) {
        this.variables = variables;
        this.loader = loader;
    }

    /**
     * The place of an access; null if there is none whose value can be told.
     *
     * @param object the object, or null for a static field
     */
    @Nullable
    Place of(@Nullable Object object, int slot, int site) {
        boolean isField = slot != 0 && slot == Sites.slot(site);
        if (object == null) {
            Field field = isField ? staticField(site) : null;
            return field == null || !Fields.isInitialized(field.getDeclaringClass())
                    ? null
                    : new Place.OfField(field, null);
        }
        if (isField) {
            Field field = field(object, site);
            return field == null ? null : new Place.OfField(field, object);
        }
        if (slot > 0 && object.getClass().isArray()) {
            return new Place.OfElement(object, slot - 1);
        }
        return Sites.kind(site) == OperationKind.CALL ? ofCall(object, Sites.target(site)) : null;
    }

    private static @Nullable Field field(Object object, int site) {
        String target = Sites.target(site);
        int dot = target.lastIndexOf('.');
        String owner = target.substring(0, Math.max(0, dot));
        Field found = null;
        for (Field field : Fields.ofObjects(object.getClass())) {
            if (field.getName().equals(target.substring(dot + 1))) {
                if (simpleName(field.getDeclaringClass()).equals(owner)) {
                    return field;
                }
                found = found == null ? field : found;
            }
        }
        return found;
    }

    /** As sites have it. */
    private static String simpleName(Class<?> type) {
        String name = type.getName();
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }

    private @Nullable Field staticField(int site) {
        return statics.computeIfAbsent(site, unused -> Optional.ofNullable(findStatic(site)))
                .orElse(null);
    }

    private @Nullable Field findStatic(int site) {
        List<String> names = new ArrayList<>();
        String location = Sites.location(site);
        if (!location.equals(Sites.position(site))) {
            names.add(location);
        }
        int line = Sites.frame(site).getLineNumber();
        names.addAll(variables.of(Sites.className(site), line, VariableUse.STATIC + Sites.target(site)));
        for (String name : names) {
            int dot = name.lastIndexOf('.');
            Class<?> owner = CodeVariables.find(name.substring(0, dot), loader);
            Field field = owner == null ? null : findStatic(owner, name.substring(dot + 1));
            if (field != null) {
                return field;
            }
        }
        return null;
    }

    private static @Nullable Field findStatic(Class<?> type, String name) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Field field : Fields.declared(c)) {
                if (Modifier.isStatic(field.getModifiers()) && field.getName().equals(name)) {
                    return field;
                }
            }
        }
        return null;
    }

    private static @Nullable Place ofCall(Object object, String target) {
        if (target.startsWith("VarHandle.") || target.contains("FieldUpdater.")) {
            return object.getClass().isArray() ? anyElement(object) : anyVolatile(object);
        }
        if (object instanceof AtomicInteger atomic) {
            return new Place.OfAtomic(atomic::getPlain);
        }
        if (object instanceof AtomicLong atomic) {
            return new Place.OfAtomic(atomic::getPlain);
        }
        if (object instanceof AtomicBoolean atomic) {
            return new Place.OfAtomic(atomic::getPlain);
        }
        if (object instanceof AtomicReference<?> atomic) {
            return new Place.OfAtomic(atomic::getPlain);
        }
        if (object instanceof AtomicIntegerArray array) {
            return anyElement(array.length(), array::getPlain);
        }
        if (object instanceof AtomicLongArray array) {
            return anyElement(array.length(), array::getPlain);
        }
        if (object instanceof AtomicReferenceArray<?> array) {
            return anyElement(array.length(), array::getPlain);
        }
        return ofState(object);
    }

    private static @Nullable Place ofState(Object object) {
        if (!JdkObjects.isOfJdk(object.getClass())) {
            return null;
        }
        if (object instanceof LongAdder adder) {
            return new Place.OfAtomic(adder::sum);
        }
        Object pair = Fields.named("pair", object);
        if (pair != null) {
            return new Place.OfAtomic(() -> pairOf(object));
        }
        return States.of(object) == null ? null : new Place.OfAtomic(() -> States.of(object));
    }

    /** What an AtomicStampedReference or an AtomicMarkableReference refers to. */
    private static @Nullable Object pairOf(Object reference) {
        Object pair = Fields.named("pair", reference);
        return pair == null ? State.NONE : Fields.named("reference", pair);
    }

    private static @Nullable Place anyElement(Object array) {
        return anyElement(Array.getLength(array), index -> Array.get(array, index));
    }

    private static @Nullable Place anyElement(int length, IntFunction<@Nullable Object> elements) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            int index = i;
            places.add(new Place.OfAtomic(() -> elements.apply(index)));
        }
        return length > MOST_ELEMENTS ? null : new Place.OneOf(places);
    }

    /** What a handle or an updater touches: a volatile field, or any that can change if none is volatile. */
    private static @Nullable Place anyVolatile(Object object) {
        if (JdkObjects.isOfJdk(object.getClass())) {
            return null;
        }
        List<Place> changing = new ArrayList<>();
        List<Place> volatiles = new ArrayList<>();
        for (Field field : Fields.ofObjects(object.getClass())) {
            if (!Modifier.isFinal(field.getModifiers())) {
                changing.add(new Place.OfField(field, object));
            }
            if (Modifier.isVolatile(field.getModifiers())) {
                volatiles.add(new Place.OfField(field, object));
            }
        }
        return new Place.OneOf(volatiles.isEmpty() ? changing : volatiles);
    }
}
