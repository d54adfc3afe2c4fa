package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.BugKind;
import java.lang.reflect.Method;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** Virtual threads, by reflection: the corpus is compiled for an older JDK. */
@SinceJdk(21)
final class VirtualThreadScenarios {
    private final AtomicInteger count = new AtomicInteger();

    private static Object invoke(Class<?> type, String method, Object receiver, Object... arguments) {
        try {
            Class<?>[] types = arguments.length == 0 ? new Class<?>[0] : new Class<?>[] {Runnable.class};
            Method found = type.getMethod(method, types);
            return found.invoke(receiver, arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> builder() {
        try {
            return Class.forName("java.lang.Thread$Builder");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Thread startVirtual(Runnable task) {
        return (Thread) invoke(Thread.class, "startVirtualThread", null, task);
    }

    @Passes
    void aVirtualThreadRunsUnderControl() throws InterruptedException {
        Thread thread = startVirtual(() -> {
            count.incrementAndGet();
            try {
                Thread.sleep(3_600_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            count.incrementAndGet();
        });
        thread.join();
        assertEquals(2, count.get());
        assertEquals(true, invoke(Thread.class, "isVirtual", thread));
    }

    @Passes
    void aBuilderMakesThem() throws InterruptedException {
        Object builder = invoke(Thread.class, "ofVirtual", null);
        Thread unstarted = (Thread) invoke(builder(), "unstarted", builder, (Runnable) count::incrementAndGet);
        unstarted.start();
        unstarted.join();
        ThreadFactory factory = (ThreadFactory) invoke(builder(), "factory", builder);
        Thread made = factory.newThread(count::incrementAndGet);
        made.start();
        made.join();
        assertEquals(2, count.get());
    }

    @Passes
    void anExecutorHasOneForEachTask() throws Exception {
        ExecutorService executor = (ExecutorService) invoke(Executors.class, "newVirtualThreadPerTaskExecutor", null);
        Future<Integer> slow = executor.submit(() -> {
            Thread.sleep(1_000);
            return 7;
        });
        Future<Integer> fast = executor.submit(count::incrementAndGet);
        assertEquals(8, slow.get() + fast.get());
        executor.shutdown();
        assertTrue(executor.awaitTermination(9, TimeUnit.SECONDS));
    }

    @Fails(value = BugKind.ASSERTION, saying = "expected: <2> but was: <1>")
    void virtualThreadsRace() throws InterruptedException {
        Runnable increment = () -> count.set(count.get() + 1);
        Thread first = startVirtual(increment);
        Thread second = startVirtual(increment);
        first.join();
        second.join();
        assertEquals(2, count.get());
    }

    @Fails(value = BugKind.DEADLOCK, saying = "is parked, waiting for ReentrantLock")
    void virtualThreadsDeadlock() throws InterruptedException {
        ReentrantLock one = new ReentrantLock();
        ReentrantLock two = new ReentrantLock();
        Thread first = startVirtual(() -> {
            one.lock();
            two.lock();
            two.unlock();
            one.unlock();
        });
        Thread second = startVirtual(() -> {
            two.lock();
            one.lock();
            one.unlock();
            two.unlock();
        });
        first.join();
        second.join();
    }
}
