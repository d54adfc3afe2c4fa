package dev.jcoyote.agent;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has loaded classes transformed again. */
final class Retransformation {
    /** The thread that does it now. */
    private static volatile @Nullable Thread worker;

    private Retransformation() {}

    /** Whether the caller is inside a retransformation of ours, and not of another agent or a debugger. */
    static boolean isUnderWay() {
        return Thread.currentThread() == worker;
    }

    /** Retransforms the classes at once; if the JVM refuses that, one by one, so that one class costs only itself. */
    static void of(Instrumentation instrumentation, List<Class<?>> classes, TransformationFailures failures) {
        if (classes.isEmpty()) {
            return;
        }
        Thread before = worker;
        worker = Thread.currentThread();
        try {
            instrumentation.retransformClasses(classes.toArray(new Class<?>[0]));
        } catch (UnmodifiableClassException | UnsupportedOperationException | LinkageError e) {
            for (int i = 0; i < classes.size(); i++) {
                retransform(instrumentation, classes.get(i), failures);
            }
        } finally {
            worker = before;
        }
    }

    private static void retransform(Instrumentation instrumentation, Class<?> type, TransformationFailures failures) {
        try {
            instrumentation.retransformClasses(type);
        } catch (UnmodifiableClassException | UnsupportedOperationException | LinkageError e) {
            failures.add(type.getName().replace('.', '/'), e);
        }
    }
}
