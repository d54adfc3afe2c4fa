package dev.jcoyote.junit;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExecutableInvoker;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Makes instances of a test class and, if it is nested, of the classes around it, as JUnit has made them once. */
final class FreshInstances {
    private final List<Object> originals;
    private final List<Constructor<?>> constructors;
    private final ExecutableInvoker invoker;

    FreshInstances(ExtensionContext context) {
        originals = context.getRequiredTestInstances().getAllInstances();
        constructors = originals.stream()
                .<Constructor<?>>map(instance -> constructor(instance.getClass()))
                .toList();
        invoker = context.getExecutableInvoker();
    }

    /** The one that the compiler did not add: JUnit accepts classes that have just one. */
    private static Constructor<?> constructor(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors())
                .filter(constructor -> !constructor.isSynthetic())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type + " has no constructor"));
    }

    /** Instances, the outermost first. */
    List<Object> create() {
        List<Object> instances = new ArrayList<>(constructors.size());
        @Nullable Object outer = null;
        for (Constructor<?> constructor : constructors) {
            outer = invoker.invoke(constructor, outer);
            instances.add(outer);
        }
        return instances;
    }

    /** Which of the instances stands for the one that JUnit has made. */
    int indexOf(Object original) {
        for (int i = 0; i < originals.size(); i++) {
            if (originals.get(i) == original) {
                return i;
            }
        }
        throw new IllegalArgumentException("JUnit made no such instance of " + original.getClass());
    }

    /** The classes of the instances, the outermost first. */
    List<? extends Class<?>> types() {
        return originals.stream().map(Object::getClass).toList();
    }
}
