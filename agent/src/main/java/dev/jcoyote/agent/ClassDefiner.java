package dev.jcoyote.agent;

import dev.jcoyote.install.InstallationException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/** Defines classes in any loader, by the JDK's internal Unsafe, whose package the agent has opened. */
final class ClassDefiner {
    private final Object unsafe;
    private final Method defineClass;

    /**
     * Looks the method up.
     *
     * @throws InstallationException if this JDK does not have it
     */
    ClassDefiner() {
        try {
            Class<?> type = Class.forName("jdk.internal.misc.Unsafe");
            unsafe = type.getMethod("getUnsafe").invoke(null);
            defineClass = type.getMethod(
                    "defineClass",
                    String.class,
                    byte[].class,
                    int.class,
                    int.class,
                    ClassLoader.class,
                    ProtectionDomain.class);
        } catch (ReflectiveOperationException e) {
            throw missing(e);
        }
    }

    /**
     * Defines a class.
     *
     * @param name the name with dots
     * @param loader null for the boot loader
     * @throws InstallationException if the JVM does not take it
     */
    void define(String name, byte[] file, @Nullable ClassLoader loader) {
        try {
            defineClass.invoke(unsafe, name, file, 0, file.length, loader, null);
        } catch (InvocationTargetException e) {
            throw new InstallationException("The class " + name + " cannot be defined: " + e.getCause(), e);
        } catch (IllegalAccessException e) {
            throw missing(e);
        }
    }

    private static InstallationException missing(ReflectiveOperationException e) {
        return new InstallationException("This JDK has no internal Unsafe that defines classes: " + e, e);
    }
}
