package dev.jcoyote.benchmarks;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The way in which a body gets its threads: new ones for each execution, or some that are kept. */
public abstract class Launcher {
    /** New platform threads, as a test has them. */
    public static final Launcher NEW_THREADS = new OfThreads(Thread::new);

    private Launcher() {}

    /** Work that was started. */
    public interface Started {
        /** Waits for its end. */
        void join() throws InterruptedException;
    }

    /** New virtual threads; null if this JDK has none. */
    public static @Nullable Launcher ofVirtualThreads() throws Throwable {
        if (Runtime.version().feature() < 21) {
            return null;
        }
        Class<?> builder = Class.forName("java.lang.Thread$Builder$OfVirtual");
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        MethodHandle ofVirtual = lookup.findStatic(Thread.class, "ofVirtual", MethodType.methodType(builder));
        MethodHandle factory = lookup.findVirtual(
                Class.forName("java.lang.Thread$Builder"), "factory", MethodType.methodType(ThreadFactory.class));
        return new OfThreads((ThreadFactory) factory.invoke(ofVirtual.invoke()));
    }

    /** The threads of one pool of that size, and of one of each size that a body asks for: they are kept. */
    public static Launcher ofKeptPools(int threads) {
        return new OfPools(threads);
    }

    /** Starts the work on a thread of its own, of which a kept pool must have enough. */
    public abstract Started start(Runnable work);

    /** A pool of that many threads. */
    public abstract ExecutorService pool(int threads);

    /** Ends a pool whose work is done; returns whether it has ended. */
    public abstract boolean release(ExecutorService pool) throws InterruptedException;

    /** New threads each time. */
    private static final class OfThreads extends Launcher {
        private final ThreadFactory factory;

        OfThreads(ThreadFactory factory) {
            this.factory = factory;
        }

        @Override
        public Started start(Runnable work) {
            Thread thread = factory.newThread(work);
            thread.start();
            return new StartedThread(thread);
        }

        @Override
        public ExecutorService pool(int threads) {
            return Executors.newFixedThreadPool(threads, factory);
        }

        @Override
        public boolean release(ExecutorService pool) throws InterruptedException {
            pool.shutdown();
            return pool.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    private record StartedThread(Thread thread) implements Started {
        @Override
        public void join() throws InterruptedException {
            thread.join();
        }
    }

    /** Pools that stay. */
    private static final class OfPools extends Launcher {
        private final Map<Integer, ExecutorService> kept = new HashMap<>();
        private final ExecutorService starting;

        OfPools(int threads) {
            starting = pool(threads);
        }

        @Override
        public Started start(Runnable work) {
            return new StartedTask(starting.submit(work));
        }

        @Override
        public ExecutorService pool(int threads) {
            return kept.computeIfAbsent(threads, Executors::newFixedThreadPool);
        }

        @Override
        public boolean release(ExecutorService pool) {
            return true;
        }
    }

    private record StartedTask(Future<?> task) implements Started {
        @Override
        public void join() throws InterruptedException {
            try {
                task.get();
            } catch (ExecutionException e) {
                throw new AssertionError(e.getCause());
            }
        }
    }
}
