package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Work for later, and again and again: {@code ScheduledThreadPoolExecutor} and {@code Timer}. */
final class SchedulingScenarios {
    private final AtomicInteger count = new AtomicInteger();

    @Passes
    void fixedRatesTakeNoTime() throws InterruptedException {
        ScheduledExecutorService executor = Executors.newScheduledThreadPool(1);
        CountDownLatch thrice = new CountDownLatch(3);
        long start = System.nanoTime();
        executor.scheduleAtFixedRate(thrice::countDown, 10, 10, TimeUnit.MINUTES);
        thrice.await();
        executor.shutdownNow();
        assertTrue(System.nanoTime() - start >= TimeUnit.MINUTES.toNanos(30));
    }

    @Passes
    void fixedDelaysTakeNoTime() throws InterruptedException {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
        CountDownLatch twice = new CountDownLatch(2);
        executor.scheduleWithFixedDelay(twice::countDown, 1, 1, TimeUnit.DAYS);
        twice.await();
        executor.shutdown();
        assertTrue(executor.awaitTermination(1, TimeUnit.DAYS));
    }

    @Passes
    void delayedTasksRunInTheOrderOfTheirTimes() throws Exception {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
        ScheduledFuture<Integer> late = executor.schedule(count::incrementAndGet, 2, TimeUnit.HOURS);
        ScheduledFuture<Integer> early = executor.schedule(count::incrementAndGet, 1, TimeUnit.HOURS);
        assertEquals(2, late.get());
        assertEquals(1, early.get());
        executor.shutdown();
    }

    @Passes
    void aCancelledTaskDoesNotRun() throws Exception {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
        ScheduledFuture<Integer> task = executor.schedule(count::incrementAndGet, 1, TimeUnit.HOURS);
        assertTrue(task.cancel(false));
        executor.shutdown();
        assertTrue(executor.awaitTermination(2, TimeUnit.HOURS));
        assertEquals(0, count.get());
    }
}
