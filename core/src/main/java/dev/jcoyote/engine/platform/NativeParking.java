package dev.jcoyote.engine.platform;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * The JVM's own park and unpark, past {@link java.util.concurrent.locks.LockSupport}, whose methods are hooked.
 *
 * <p>The agent has opened the JDK's internal {@code Unsafe} to this class by the time it is initialised.
 */
public final class NativeParking {
    private static final MethodHandle PARK;
    private static final MethodHandle UNPARK;

    static {
        try {
            Class<?> type = Class.forName("jdk.internal.misc.Unsafe");
            Object unsafe = type.getMethod("getUnsafe").invoke(null);
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            PARK = lookup.findVirtual(type, "park", MethodType.methodType(void.class, boolean.class, long.class))
                    .bindTo(unsafe);
            UNPARK = lookup.findVirtual(type, "unpark", MethodType.methodType(void.class, Object.class))
                    .bindTo(unsafe);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private NativeParking() {}

    /** Waits until unparked, interrupted, or for no reason. */
    public static void park() {
        try {
            PARK.invokeExact(false, 0L);
        } catch (Throwable e) {
            throw new IllegalStateException("Unsafe.park does not throw", e);
        }
    }

    /** Ends the wait of that thread, or its next one. */
    public static void unpark(Thread thread) {
        try {
            UNPARK.invokeExact((Object) thread);
        } catch (Throwable e) {
            throw new IllegalStateException("Unsafe.unpark does not throw", e);
        }
    }
}
