package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.BugKind;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code ThreadPoolExecutor} itself. */
final class ThreadPoolScenarios {
    private final AtomicInteger count = new AtomicInteger();

    @Passes
    void theCallerRunsWhatTheQueueDoesNotTake() throws InterruptedException {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1), new ThreadPoolExecutor.CallerRunsPolicy());
        for (int i = 0; i < 4; i++) {
            pool.execute(count::incrementAndGet);
        }
        pool.shutdown();
        assertTrue(pool.awaitTermination(1, TimeUnit.HOURS));
        assertEquals(4, count.get());
    }

    @Fails(value = BugKind.ASSERTION, saying = "expected: <3> but was: <2>")
    void aDiscardedTaskIsLost() throws InterruptedException {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1), new ThreadPoolExecutor.DiscardPolicy());
        for (int i = 0; i < 3; i++) {
            pool.execute(count::incrementAndGet);
        }
        pool.shutdown();
        assertTrue(pool.awaitTermination(1, TimeUnit.HOURS));
        assertEquals(3, count.get());
    }

    @Passes
    void idleWorkersEndAfterAnHour() throws InterruptedException {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(0, 2, 1, TimeUnit.HOURS, new SynchronousQueue<>());
        CountDownLatch done = new CountDownLatch(2);
        pool.execute(done::countDown);
        pool.execute(done::countDown);
        done.await();
        while (pool.getPoolSize() > 0) {
            TimeUnit.MINUTES.sleep(30);
        }
        assertEquals(2, pool.getCompletedTaskCount());
    }

    /** A pool that is told of its tasks. */
    private static final class ObservedPool extends ThreadPoolExecutor {
        final AtomicInteger before = new AtomicInteger();
        final AtomicInteger after = new AtomicInteger();
        final AtomicInteger terminated = new AtomicInteger();

        ObservedPool() {
            super(2, 2, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        }

        @Override
        protected void beforeExecute(Thread thread, Runnable task) {
            before.incrementAndGet();
        }

        @Override
        protected void afterExecute(Runnable task, Throwable thrown) {
            after.incrementAndGet();
        }

        @Override
        protected void terminated() {
            terminated.incrementAndGet();
        }
    }

    @Passes
    void aSubclassIsToldOfItsTasks() throws InterruptedException {
        ObservedPool pool = new ObservedPool();
        pool.execute(count::incrementAndGet);
        pool.execute(count::incrementAndGet);
        pool.shutdown();
        assertTrue(pool.awaitTermination(1, TimeUnit.HOURS));
        assertEquals(2, pool.before.get());
        assertEquals(2, pool.after.get());
        assertEquals(1, pool.terminated.get());
    }

    @Fails(
            value = BugKind.DEADLOCK,
            saying = "pool-1-thread-1 (main.1) waits for CountDownLatch#1 to be counted down (1 left)")
    void aPoolOfTasksThatWaitForTheirSuccessors() throws InterruptedException {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(2, 2, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        CountDownLatch last = new CountDownLatch(1);
        pool.execute(() -> await(last));
        pool.execute(() -> await(last));
        pool.execute(last::countDown);
        pool.shutdown();
        last.await();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Passes
    void shutdownNowReturnsWhatDidNotRun() throws InterruptedException {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        pool.execute(count::incrementAndGet);
        pool.execute(count::incrementAndGet);
        int left = pool.shutdownNow().size();
        assertTrue(pool.awaitTermination(1, TimeUnit.HOURS));
        assertEquals(2, count.get() + left);
    }
}
