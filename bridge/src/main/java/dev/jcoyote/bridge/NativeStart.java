package dev.jcoyote.bridge;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** The JVM's own start of a thread, past {@code Thread.start}, whose call of it is hooked. */
public final class NativeStart {
    private static final MethodHandle START;

    static {
        try {
            START = MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup())
                    .findVirtual(Thread.class, "start0", MethodType.methodType(void.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private NativeStart() {}

    /** Makes the JVM run the thread. */
    static void start(Thread thread) {
        try {
            START.invokeExact(thread);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("Thread.start0 declares no exception", e);
        }
    }
}
