package dev.jcoyote.agent;

import dev.jcoyote.install.InstallationException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/** Defines classes in any loader, by the JDK's internal Unsafe, whose package the agent has opened. */
final class ClassDefiner {
    /** The first JDK in which a reflective call makes method handles, for any arguments: one of exact types is cheaper. */
    private static final int FIRST_WITH_HANDLES = 18;

    private final Object unsafe;
    private final Method defineClass;
    private final @Nullable MethodHandle handle;

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
            handle = Runtime.version().feature() < FIRST_WITH_HANDLES
                    ? null
                    : MethodHandles.lookup().unreflect(defineClass).bindTo(unsafe);
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
            MethodHandle direct = handle;
            if (direct == null) {
                defineClass.invoke(unsafe, name, file, 0, file.length, loader, null);
            } else {
                Class<?> unused =
                        (Class<?>) direct.invokeExact(name, file, 0, file.length, loader, (ProtectionDomain) null);
            }
        } catch (InvocationTargetException e) {
            throw refused(name, e.getCause(), e);
        } catch (IllegalAccessException e) {
            throw missing(e);
        } catch (Throwable e) {
            // What the JVM has thrown, which a handle hands on as it is.
            throw refused(name, e, e);
        }
    }

    private static InstallationException refused(String name, @Nullable Throwable reason, Throwable cause) {
        return new InstallationException("The class " + name + " cannot be defined: " + reason, cause);
    }

    private static InstallationException missing(ReflectiveOperationException e) {
        return new InstallationException("This JDK has no internal Unsafe that defines classes: " + e, e);
    }
}
