package dev.jcoyote.agent;

import dev.jcoyote.bridge.OperationKind;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The calls of {@code java.util.concurrent}: one logical operation is one scheduling point. */
final class ConcurrentCalls implements CallRule {
    /** Types whose calls touch no shared state of their own. */
    private static final Set<String> WITHOUT_POINT = new HashSet<>(Arrays.asList(
            // conversions, and methods that are controlled elsewhere
            "java/util/concurrent/TimeUnit",
            "java/util/concurrent/locks/LockSupport",
            // state of one thread
            "java/util/concurrent/ThreadLocalRandom",
            // factories
            "java/util/concurrent/Executors",
            // callbacks: the program's own code answers them
            "java/util/concurrent/Callable",
            "java/util/concurrent/Delayed",
            "java/util/concurrent/ThreadFactory",
            "java/util/concurrent/RejectedExecutionHandler",
            "java/util/concurrent/ForkJoinPool$ForkJoinWorkerThreadFactory"));

    @Override
    public @Nullable CallAction actionFor(Call call) {
        String type = call.type();
        if (!type.startsWith(Names.CONCURRENT)
                || call.isConstructor()
                || type.endsWith("Exception")
                || WITHOUT_POINT.contains(type)
                || call.name().equals("newUpdater")) {
            return null;
        }
        boolean write = !ReadOnlyCalls.contains(call.name());
        return call.isStatic()
                ? CallAction.staticPoint(OperationKind.CALL, write, call.target())
                : CallAction.point(0, OperationKind.CALL, write, call.target());
    }
}
