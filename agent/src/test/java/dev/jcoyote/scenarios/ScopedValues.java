package dev.jcoyote.scenarios;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** One scoped value, where the JDK has them: JDK 17, for which this is compiled, has none. */
final class ScopedValues {
    private static final boolean ARE_THERE = Runtime.version().feature() >= 24;

    /** Runs what is given second while what is given first is the value. */
    private static final MethodHandle RUN;

    private static final MethodHandle GET;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            if (ARE_THERE) {
                Class<?> type = Class.forName("java.lang.ScopedValue");
                Class<?> carrier = Class.forName("java.lang.ScopedValue$Carrier");
                Object value = lookup.findStatic(type, "newInstance", MethodType.methodType(type))
                        .invoke();
                MethodHandle where = lookup.findStatic(
                                type, "where", MethodType.methodType(carrier, type, Object.class))
                        .bindTo(value);
                MethodHandle run =
                        lookup.findVirtual(carrier, "run", MethodType.methodType(void.class, Runnable.class));
                RUN = MethodHandles.filterArguments(run, 0, where);
                GET = lookup.findVirtual(type, "get", MethodType.methodType(Object.class))
                        .bindTo(value);
            } else {
                MethodHandle run = lookup.findVirtual(Runnable.class, "run", MethodType.methodType(void.class));
                RUN = MethodHandles.dropArguments(run, 0, Object.class);
                GET = MethodHandles.constant(Object.class, null);
            }
        } catch (Throwable e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private ScopedValues() {}

    /** Runs it with that value. */
    static void run(Object value, Runnable body) throws Throwable {
        RUN.invokeExact(value, body);
    }

    /** Whether that is the value now. */
    static boolean isValue(Object value) throws Throwable {
        return !ARE_THERE || GET.invokeExact() == value;
    }
}
