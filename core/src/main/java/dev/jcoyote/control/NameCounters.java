package dev.jcoyote.control;

import java.lang.reflect.Field;
import java.util.Timer;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The counters behind default names, such as {@code Thread-0} and {@code pool-1-thread-1}: started again with each
 * execution, so that its threads are called the same in every run. What a JDK does not have is left out.
 */
final class NameCounters {
    private final @Nullable Field threads = threads();
    private final @Nullable Field forkJoinPools = JdkFields.find(ForkJoinPool.class, "poolIds");
    private final @Nullable AtomicInteger timers =
            JdkFields.value(JdkFields.find(Timer.class, "nextSerialNumber"), AtomicInteger.class);
    private final @Nullable AtomicInteger executors = JdkFields.value(
            JdkFields.find("java.util.concurrent.Executors$DefaultThreadFactory", "poolNumber"), AtomicInteger.class);

    void reset() {
        JdkFields.setInt(threads, 0);
        forkJoinPools(0);
        if (timers != null) {
            timers.set(0);
        }
        if (executors != null) {
            executors.set(1);
        }
    }

    /** How many fork-join pools have been numbered. */
    int forkJoinPools() {
        return JdkFields.getInt(forkJoinPools);
    }

    void forkJoinPools(int number) {
        JdkFields.setInt(forkJoinPools, number);
    }

    private static @Nullable Field threads() {
        Field inNumbering = JdkFields.find("java.lang.Thread$ThreadNumbering", "next");
        return inNumbering != null ? inNumbering : JdkFields.find(Thread.class, "threadInitNumber");
    }
}
