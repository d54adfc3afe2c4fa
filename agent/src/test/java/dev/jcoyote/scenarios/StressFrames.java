package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Exceptions that leave every kind of frame after a switch in it, and stacks that are deep where they switch. */
final class StressFrames {
    /** What is thrown; not more than the code below it may throw. */
    private static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final MethodHandle HANDLE;

    static {
        try {
            HANDLE = MethodHandles.lookup()
                    .findVirtual(StressFrames.class, "throwing", MethodType.methodType(Object.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Public, since the reflection of other classes reads it. */
    public interface Throwing {
        /** Throws. */
        Object call() throws Throwable;
    }

    private final AtomicInteger count = new AtomicInteger();
    private final Unchanged self;

    private StressFrames(Unchanged self) {
        this.self = self;
    }

    /** Throws through each kind of frame that often, in two threads. */
    static void exceptions(int rounds) throws InterruptedException {
        Object inherited = Unchanged.bequeath();
        Concurrently.Action action = () -> {
            StressFrames frames = new StressFrames(new Unchanged(inherited, false));
            for (int i = 0; i < rounds; i++) {
                frames.all();
            }
        };
        Concurrently.run(action, action);
    }

    private Object throwing() {
        count.incrementAndGet();
        Thread.yield();
        self.check();
        throw new Thrown();
    }

    private void passes(Throwing frame) {
        Throwable caught = null;
        try {
            frame.call();
        } catch (Throwable e) {
            caught = e;
        }
        Thread.yield();
        while (caught instanceof InvocationTargetException
                || caught instanceof ExecutionException
                || caught instanceof ExceptionInInitializerError) {
            caught = caught.getCause();
        }
        Unchanged.require(caught instanceof Thrown, "an exception comes through its frame: " + caught);
        self.check();
    }

    private void all() throws Exception {
        passes(() -> throwing());
        passes(this::throwing);
        passes(() -> StressFrames.class.getDeclaredMethod("throwing").invoke(this));
        passes(() -> proxy().call());
        passes(() -> (Object) HANDLE.invokeExact(this));
        passes(() -> HANDLE.bindTo(this).invoke());
        passes(() -> Stream.of(1, 2).map(i -> throwing()).toList());
        passes(() -> Stream.of(2, 1).sorted((a, b) -> throwing().hashCode()).toList());
        passes(this::inMethod);
        passes(this::inBlock);
        passes(this::inFinally);
        passes(() -> new ConcurrentHashMap<>().computeIfAbsent("key", key -> throwing()));
        passes(() -> new HashMap<>().merge(absent(), 1, (a, b) -> 1));
        passes(() -> ThreadLocal.withInitial(this::throwing).get());
        passes(this::privileged);
        passes(this::inInitialiser);
        passes(this::inExecutor);
        toHandler();
    }

    private Throwing proxy() {
        return (Throwing) Proxy.newProxyInstance(
                StressFrames.class.getClassLoader(),
                new Class<?>[] {Throwing.class},
                (proxy, method, arguments) -> throwing());
    }

    private Object absent() {
        Map<Object, Object> map = new HashMap<>();
        return map.computeIfAbsent("key", key -> throwing());
    }

    private synchronized Object inMethod() {
        return throwing();
    }

    private Object inBlock() {
        Object monitor = new Object();
        try {
            synchronized (monitor) {
                synchronized (this) {
                    return throwing();
                }
            }
        } finally {
            Unchanged.require(!Thread.holdsLock(monitor) && !Thread.holdsLock(this), "an exception leaves monitors");
        }
    }

    private Object inFinally() {
        int before = count.get();
        try {
            return throwing();
        } finally {
            Thread.yield();
            self.check();
            Unchanged.require(count.get() > before, "a finally block runs after its block");
        }
    }

    @SuppressWarnings("removal") // it is there as long as programs call it
    private Object privileged() {
        return java.security.AccessController.doPrivileged((java.security.PrivilegedAction<Object>) this::throwing);
    }

    private Object inInitialiser() throws Exception {
        return FreshClass.defineAnew().apply(() -> {
            throw new Thrown();
        });
    }

    private Object inExecutor() throws InterruptedException, ExecutionException {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            return executor.submit(() -> {
                        count.incrementAndGet();
                        throw new Thrown();
                    })
                    .get();
        } finally {
            executor.shutdown();
        }
    }

    private void toHandler() throws InterruptedException {
        Thread[] handled = new Thread[1];
        Thread thread = new Thread(() -> {
            Thread.yield();
            throw new Thrown();
        });
        thread.setUncaughtExceptionHandler((failed, exception) -> {
            Thread.yield();
            Unchanged.require(failed == Thread.currentThread() && exception instanceof Thrown, "the thread's own");
            handled[0] = failed;
        });
        thread.start();
        thread.join();
        assertEquals(thread, handled[0]);
        self.check();
    }

    /** Recursion to that depth in two threads, with switches at the end and on the way back. */
    static void recursion(int depth) throws InterruptedException {
        Object inherited = Unchanged.bequeath();
        Concurrently.Action action = () -> {
            StressFrames frames = new StressFrames(new Unchanged(inherited, false));
            assertEquals(depth, frames.deeper(depth, new Object()));
        };
        Concurrently.run(action, action);
    }

    private int deeper(int depth, Object monitor) {
        if (depth == 0) {
            for (int i = 0; i < 10; i++) {
                self.store(i);
                Thread.yield();
                self.checkStored(i);
                self.check();
            }
            return 0;
        }
        int below;
        if (depth % 100 == 0) {
            synchronized (monitor) {
                below = deeper(depth - 1, new Object());
                count.incrementAndGet();
                self.checkHeld(monitor);
            }
        } else {
            below = deeper(depth - 1, monitor);
        }
        return below + 1;
    }

    /** Stacks that overflow, caught at their beginning, after which their threads go on. */
    static void overflows() throws InterruptedException {
        Object inherited = Unchanged.bequeath();
        Concurrently.Action action = () -> {
            StressFrames frames = new StressFrames(new Unchanged(inherited, false));
            Unchanged.require(frames.overflow(), "the stack overflows");
            frames.self.check();
            assertEquals(100, frames.deeper(100, new Object()));
        };
        Concurrently.run(action, action);
    }

    private boolean overflow() {
        Thread.yield();
        try {
            return endless(0) < 0;
        } catch (StackOverflowError e) {
            Thread.yield();
            return true;
        }
    }

    private int endless(int depth) {
        return depth < 0 ? depth : endless(depth + 1) + 1;
    }

    /** Loads and initialises classes in two threads that race, that often. */
    static void classes(int rounds) throws Exception {
        for (int i = 0; i < rounds; i++) {
            FreshClass fresh = FreshClass.defineAnew();
            Object inherited = Unchanged.bequeath();
            AtomicInteger initialised = new AtomicInteger();
            Supplier<Object> initial = initialised::incrementAndGet;
            Concurrently.Action action = () -> {
                Unchanged self = new Unchanged(inherited, false);
                assertEquals(1, fresh.apply(initial));
                self.check();
            };
            Concurrently.run(action, action, action);
            assertEquals(1, initialised.get());
        }
    }
}
