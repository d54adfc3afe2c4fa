package dev.jcoyote.junit;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExecutableInvoker;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.ReflectionSupport;

/** Makes instances of a test class and, if it is nested, of the classes around it, as JUnit has made them once. */
final class FreshInstances {
    private final List<Object> originals;
    private final List<Constructor<?>> constructors;
    private final List<FilledFields> filled;
    private final List<Boolean> mocked;
    private final TemporaryDirectories directories;
    private final ExecutableInvoker invoker;

    FreshInstances(ExtensionContext context, TemporaryDirectories directories) {
        this.directories = directories;
        originals = context.getRequiredTestInstances().getAllInstances();
        constructors = originals.stream()
                .<Constructor<?>>map(instance -> constructor(instance.getClass()))
                .toList();
        filled = originals.stream().map(FilledFields::new).toList();
        mocked = originals.stream().map(FreshInstances::isMocked).toList();
        invoker = context.getExecutableInvoker();
    }

    private static boolean isMocked(Object original) {
        boolean available = ReflectionSupport.tryToLoadClass(
                        "org.mockito.MockitoAnnotations", FreshInstances.class.getClassLoader())
                .toOptional()
                .isPresent();
        return available && MockitoFields.areFilled(original);
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

    /**
     * Gives fresh instances what JUnit's own have of others than their constructors.
     *
     * @return what is to be closed after the execution
     */
    List<AutoCloseable> fill(List<Object> fresh) throws IOException {
        directories.empty();
        List<AutoCloseable> opened = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            filled.get(i).copyTo(fresh.get(i));
            if (mocked.get(i)) {
                opened.add(MockitoFields.fill(fresh.get(i)));
            }
        }
        return opened;
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
