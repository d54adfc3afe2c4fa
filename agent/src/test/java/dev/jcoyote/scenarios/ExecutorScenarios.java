package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.BugKind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Executor services, from {@code Executors}, and futures. */
final class ExecutorScenarios {
    private final AtomicInteger count = new AtomicInteger();

    private void sumOfFourTasks(ExecutorService executor) throws Exception {
        List<Future<Integer>> results = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            results.add(executor.submit(count::incrementAndGet));
        }
        int sum = 0;
        for (Future<Integer> result : results) {
            sum += result.get();
        }
        executor.shutdown();
        assertTrue(executor.awaitTermination(1, TimeUnit.SECONDS));
        assertEquals(10, sum);
    }

    @Passes
    void aFixedPoolRunsEveryTaskOnce() throws Exception {
        sumOfFourTasks(Executors.newFixedThreadPool(2));
    }

    @Passes
    void aCachedPoolRunsEveryTaskOnce() throws Exception {
        sumOfFourTasks(Executors.newCachedThreadPool());
    }

    @Passes
    void aSingleThreadRunsEveryTaskOnce() throws Exception {
        sumOfFourTasks(Executors.newSingleThreadExecutor());
    }

    @Passes
    void aWorkStealingPoolRunsEveryTaskOnce() throws Exception {
        sumOfFourTasks(Executors.newWorkStealingPool(2));
    }

    @Passes
    void aThreadFactoryOfTheProgramIsAsked() throws Exception {
        sumOfFourTasks(Executors.newFixedThreadPool(2, task -> new Thread(task, "worker")));
    }

    @Passes
    void aSingleThreadKeepsTheOrder() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        List<Integer> order = new ArrayList<>();
        executor.execute(() -> order.add(1));
        executor.execute(() -> order.add(2));
        executor.submit(() -> order.add(3)).get();
        executor.shutdown();
        assertEquals(List.of(1, 2, 3), order);
    }

    @Fails(value = BugKind.ASSERTION, saying = "expected: <1> but was: <2>")
    void twoWorkersDoNot() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(2);
        AtomicInteger first = new AtomicInteger();
        Future<?> one = executor.submit(() -> first.compareAndSet(0, 1));
        Future<?> two = executor.submit(() -> first.compareAndSet(0, 2));
        one.get();
        two.get();
        executor.shutdown();
        assertEquals(1, first.get());
    }

    @Passes
    void invokeAllWaitsForAll() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(2);
        List<Callable<Integer>> tasks = List.of(count::incrementAndGet, count::incrementAndGet, () -> 7);
        for (Future<Integer> result : executor.invokeAll(tasks)) {
            assertTrue(result.isDone());
        }
        assertEquals(2, count.get());
        executor.shutdownNow();
        assertTrue(executor.awaitTermination(1, TimeUnit.HOURS));
    }

    @Passes
    void invokeAnyTakesTheFirstResult() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(2);
        List<Callable<Integer>> tasks = List.of(
                () -> {
                    throw new IllegalStateException("on purpose");
                },
                () -> 7,
                () -> 7);
        assertEquals(7, executor.invokeAny(tasks));
        executor.shutdown();
        assertTrue(executor.awaitTermination(1, TimeUnit.HOURS));
    }

    @Passes
    void anExceptionOfATaskReachesItsFuture() throws Exception {
        ExecutorService executor = Executors.newCachedThreadPool();
        Future<?> result = executor.submit(() -> {
            throw new IllegalStateException("on purpose");
        });
        Throwable thrown = assertThrows(ExecutionException.class, result::get);
        assertEquals("on purpose", thrown.getCause().getMessage());
        executor.shutdown();
    }

    @Fails(value = BugKind.EXCEPTION, saying = "IllegalStateException: on purpose")
    void anExceptionOfATaskWithoutAFutureIsABug() throws Exception {
        ExecutorService executor = Executors.newCachedThreadPool();
        executor.execute(() -> {
            throw new IllegalStateException("on purpose");
        });
        executor.shutdown();
        executor.awaitTermination(1, TimeUnit.HOURS);
    }

    @Passes
    void aTimedGetExpires() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        CountDownLatch release = new CountDownLatch(1);
        Future<?> result = executor.submit(() -> {
            release.await();
            return null;
        });
        assertThrows(TimeoutException.class, () -> result.get(1, TimeUnit.HOURS));
        release.countDown();
        result.get();
        executor.shutdown();
    }

    @Passes
    void aCancelledTaskIsInterrupted() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Future<?> result = executor.submit(() -> {
            started.countDown();
            try {
                Thread.sleep(Long.MAX_VALUE / 2_000_000);
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return null;
        });
        started.await();
        if (result.cancel(true)) {
            assertThrows(CancellationException.class, result::get);
        }
        executor.shutdownNow();
        assertTrue(executor.awaitTermination(1, TimeUnit.HOURS));
    }

    @Fails(value = BugKind.EXCEPTION, saying = "RejectedExecutionException")
    void aTaskAfterTheShutdownIsRejected() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        Concurrently.run(() -> executor.execute(count::incrementAndGet), executor::shutdown);
    }

    @Passes
    void aRejectionCanBeCaught() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        executor.shutdown();
        assertThrows(RejectedExecutionException.class, () -> executor.execute(count::incrementAndGet));
        assertTrue(executor.awaitTermination(1, TimeUnit.HOURS));
    }

    @Passes
    void completedTasksComeInTheOrderOfTheirCompletion() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(2);
        ExecutorCompletionService<Integer> service = new ExecutorCompletionService<>(executor);
        service.submit(() -> 1);
        service.submit(() -> 2);
        assertEquals(3, service.take().get() + service.take().get());
        executor.shutdown();
    }

    @Passes
    void aFutureTaskRunsOnceOnWhicheverThread() throws Exception {
        FutureTask<Integer> task = new FutureTask<>(count::incrementAndGet);
        Concurrently.run(task::run, task::run, () -> assertEquals(1, task.get()));
        assertEquals(1, count.get());
    }

    @Fails(value = BugKind.DEADLOCK, saying = "pool-1-thread-1 (main.1) waits for FutureTask#2 to be completed")
    void aTaskThatWaitsForAnotherOfItsSingleThread() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        executor.submit(() -> executor.submit(count::incrementAndGet).get()).get();
    }

    @Passes
    void aPoolThatIsNotShutDownIsNoBug() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(2);
        Future<Integer> one = executor.submit(() -> 1);
        Future<Integer> two = executor.submit(() -> 2);
        assertEquals(3, one.get() + two.get());
    }
}
