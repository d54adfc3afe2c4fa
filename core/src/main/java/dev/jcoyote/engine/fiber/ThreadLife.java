package dev.jcoyote.engine.fiber;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/**
 * What the JVM does around the body of a thread that it has started, done for one that it has not: its status, its
 * uncaught exception, its exit.
 *
 * <p>The agent has opened {@code java.lang} by the time this class is initialised.
 */
public final class ThreadLife {
    /** What the JVM writes into a thread object (JVMTI's alive and runnable). */
    private static final int RUNNABLE = 5;

    private static final int TERMINATED = 2;

    private static final MethodHandle SET_STATUS;
    private static final MethodHandle DISPATCH;
    private static final MethodHandle EXIT;

    static {
        try {
            Lookup lookup = MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup());
            Class<?> holder = Class.forName("java.lang.Thread$FieldHolder", false, null);
            MethodHandle holderOf = lookup.findGetter(Thread.class, "holder", holder);
            MethodHandle setStatus = MethodHandles.privateLookupIn(holder, MethodHandles.lookup())
                    .findSetter(holder, "threadStatus", int.class);
            SET_STATUS = MethodHandles.filterArguments(setStatus, 0, holderOf);
            DISPATCH = lookup.findVirtual(
                    Thread.class, "dispatchUncaughtException", MethodType.methodType(void.class, Throwable.class));
            EXIT = lookup.findVirtual(Thread.class, "exit", MethodType.methodType(void.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private ThreadLife() {}

    /** The thread counts as started: it cannot be started again. */
    static void started(Thread thread) {
        setStatus(thread, RUNNABLE);
    }

    /**
     * Runs the thread's own {@code run()} to its end, and what follows it. The caller's identity is that thread.
     *
     * @param before what comes first, as part of the run: the thread begins only if it returns
     */
    @SuppressWarnings("DoNotCall") // it is this thread
    public static void run(Thread thread, Runnable before) {
        try {
            before.run();
            thread.run();
        } catch (Throwable e) {
            dispatch(thread, e);
        }
        exit(thread);
        setStatus(thread, TERMINATED);
    }

    // The JVM ignores what these two throw, and so does the thread that ends.

    private static void dispatch(Thread thread, Throwable uncaught) {
        try {
            DISPATCH.invokeExact(thread, uncaught);
        } catch (Throwable ignored) {
            // As by the JVM: JLS 11.3 has no handler for what a handler throws.
        }
    }

    private static void exit(Thread thread) {
        try {
            EXIT.invokeExact(thread);
        } catch (Throwable ignored) {
            // As by the JVM.
        }
    }

    private static void setStatus(Thread thread, int status) {
        try {
            SET_STATUS.invokeExact(thread, status);
        } catch (Throwable e) {
            throw new IllegalStateException("Writing a field does not throw", e);
        }
    }
}
