package dev.jcoyote.scenarios;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** The methods of newer JDKs for virtual threads, by reflection: the corpus is compiled for an older JDK. */
final class VirtualThreads {
    private VirtualThreads() {}

    /** {@code Thread.startVirtualThread}. */
    static Thread start(Runnable task) {
        return (Thread) call(Thread.class, "startVirtualThread", null, task);
    }

    /** {@code Thread.ofVirtual().unstarted}. */
    static Thread unstarted(Runnable task) {
        return (Thread) call(type("java.lang.Thread$Builder"), "unstarted", builder(), task);
    }

    /** {@code Thread.ofVirtual()}. */
    static Object builder() {
        return call(Thread.class, "ofVirtual", null);
    }

    /** A method of a builder, which returns the builder or what it builds. */
    static Object with(Object builder, String method, Object... arguments) {
        return call(type("java.lang.Thread$Builder$OfVirtual"), method, builder, arguments);
    }

    /** {@code Thread.ofPlatform()} with one thing set. */
    static Object platform(String method, Object argument) {
        Object builder = call(Thread.class, "ofPlatform", null);
        return call(type("java.lang.Thread$Builder$OfPlatform"), method, builder, argument);
    }

    /** A builder's {@code start}. */
    static Thread start(Object builder, Runnable task) {
        return (Thread) call(type("java.lang.Thread$Builder"), "start", builder, task);
    }

    /** {@code Thread.ofVirtual().factory()}. */
    static ThreadFactory factory() {
        return (ThreadFactory) with(builder(), "factory");
    }

    /** {@code Executors.newVirtualThreadPerTaskExecutor}. */
    static ExecutorService executor() {
        return (ExecutorService) call(Executors.class, "newVirtualThreadPerTaskExecutor", null);
    }

    /** {@code ExecutorService.close}. */
    static void close(ExecutorService executor) {
        call(ExecutorService.class, "close", executor);
    }

    /** {@code Thread.isVirtual}. */
    static boolean isVirtual(Thread thread) {
        return (boolean) call(Thread.class, "isVirtual", thread);
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Calls the public method of that name which takes such arguments. */
    private static Object call(Class<?> type, String method, Object receiver, Object... arguments) {
        try {
            return Arrays.stream(type.getMethods())
                    .filter(candidate -> candidate.getName().equals(method) && takes(candidate, arguments))
                    .findFirst()
                    .orElseThrow()
                    .invoke(receiver, arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean takes(Method method, Object... arguments) {
        Class<?>[] types = method.getParameterTypes();
        if (types.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            boolean primitive = types[i] == long.class && arguments[i] instanceof Long
                    || types[i] == boolean.class && arguments[i] instanceof Boolean;
            if (!primitive && !types[i].isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }
}
