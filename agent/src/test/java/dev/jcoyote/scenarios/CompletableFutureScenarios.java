package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.BugKind;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code CompletableFuture}: asynchronous steps, their combination, and their time-outs. */
final class CompletableFutureScenarios {
    private final AtomicInteger count = new AtomicInteger();

    @Passes
    void asynchronousResultsAreCombined() throws Exception {
        CompletableFuture<Integer> left = CompletableFuture.supplyAsync(() -> 20);
        CompletableFuture<Integer> right = CompletableFuture.supplyAsync(() -> 22);
        CompletableFuture<Integer> both = left.thenCombineAsync(right, Integer::sum);
        assertEquals(42, both.thenApply(sum -> sum).get());
    }

    @Passes
    void asynchronousStepsRunInTheCommonPool() {
        String name = CompletableFuture.supplyAsync(() -> Thread.currentThread().getName())
                .join();
        assertTrue(name.startsWith("ForkJoinPool.commonPool-worker-"), name);
    }

    @Passes
    void stepsFollowEachOther() {
        int result = CompletableFuture.supplyAsync(() -> 1)
                .thenApplyAsync(x -> x + 1)
                .thenCompose(x -> CompletableFuture.supplyAsync(() -> x * 10))
                .whenComplete((x, failure) -> count.set(x))
                .join();
        assertEquals(20, result);
        assertEquals(20, count.get());
    }

    @Passes
    void allOfWaitsForAllAndAnyOfForOne() {
        CompletableFuture<Void> first = CompletableFuture.runAsync(count::incrementAndGet);
        CompletableFuture<Void> second = CompletableFuture.runAsync(count::incrementAndGet);
        CompletableFuture.anyOf(first, second).join();
        assertTrue(count.get() >= 1);
        CompletableFuture.allOf(first, second).join();
        assertEquals(2, count.get());
    }

    @Fails(value = BugKind.ASSERTION, saying = "expected: <2> but was: <1>")
    void anyOfDoesNotWaitForAll() {
        CompletableFuture<Void> first = CompletableFuture.runAsync(count::incrementAndGet);
        CompletableFuture<Void> second = CompletableFuture.runAsync(count::incrementAndGet);
        CompletableFuture.anyOf(first, second).join();
        assertEquals(2, count.get());
    }

    @Passes
    void anExceptionReachesWhoJoins() {
        CompletableFuture<Object> failed = CompletableFuture.supplyAsync(() -> {
            throw new IllegalStateException("on purpose");
        });
        Throwable thrown = assertThrows(CompletionException.class, failed::join);
        assertEquals("on purpose", thrown.getCause().getMessage());
        assertEquals("handled", failed.exceptionally(failure -> "handled").join());
    }

    @Passes
    void aValueComesAfterATime() {
        CompletableFuture<String> never = new CompletableFuture<>();
        long start = System.nanoTime();
        assertEquals(
                "late", never.completeOnTimeout("late", 30, TimeUnit.SECONDS).join());
        assertTrue(System.nanoTime() - start >= 30_000_000_000L);
    }

    @Passes
    void aTimeoutComesAfterATime() {
        CompletableFuture<String> never = new CompletableFuture<>();
        Throwable thrown = assertThrows(
                ExecutionException.class,
                () -> never.orTimeout(1, TimeUnit.DAYS).get());
        assertTrue(thrown.getCause() instanceof TimeoutException);
    }

    @Passes
    void aTimedGetExpires() {
        assertThrows(TimeoutException.class, () -> new CompletableFuture<>().get(1, TimeUnit.HOURS));
    }

    @Passes
    void aTimeoutDoesNotHurtWhoIsFaster() {
        CompletableFuture<Integer> result =
                CompletableFuture.supplyAsync(count::incrementAndGet).orTimeout(1, TimeUnit.HOURS);
        assertEquals(1, result.join());
    }

    @Passes
    void aDelayedExecutorWaits() {
        long start = System.nanoTime();
        Executor later = CompletableFuture.delayedExecutor(1, TimeUnit.HOURS);
        assertEquals(
                1, CompletableFuture.supplyAsync(count::incrementAndGet, later).join());
        assertTrue(System.nanoTime() - start >= TimeUnit.HOURS.toNanos(1));
    }

    @Passes
    void stepsRunInAnExecutorOfTheProgram() throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(2, task -> new Thread(task, "mine"));
        CompletableFuture<String> name =
                CompletableFuture.supplyAsync(() -> Thread.currentThread().getName(), executor);
        assertEquals("mine", name.join());
        executor.shutdown();
    }

    @Passes
    void whoeverCompletesFirstWins() throws InterruptedException {
        CompletableFuture<Integer> result = new CompletableFuture<>();
        Concurrently.Action complete = () -> {
            if (result.complete(1)) {
                count.incrementAndGet();
            }
        };
        Concurrently.run(complete, complete, () -> result.cancel(false));
        assertTrue(count.get() <= 1);
        assertTrue(result.isDone());
    }

    @Fails(value = BugKind.DEADLOCK, saying = "main waits for CompletableFuture#1 to be completed")
    void aFutureThatNobodyCompletes() {
        new CompletableFuture<>().join();
    }

    @Fails(value = BugKind.ASSERTION, saying = "expected: <2> but was: <1>")
    void tasksWithoutAnySynchronizationRunBesideEachOther() {
        int[] plain = {0};
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> plain[0]++), CompletableFuture.runAsync(() -> plain[0]++))
                .join();
        assertEquals(2, plain[0]);
    }

    @Fails(value = BugKind.ASSERTION, saying = "expected: <2> but was: <1>")
    void stepsOfDifferentFuturesRace() {
        int[] plain = {0};
        Runnable increment = () -> {
            int old = plain[0];
            Thread.yield();
            plain[0] = old + 1;
        };
        CompletableFuture.allOf(CompletableFuture.runAsync(increment), CompletableFuture.runAsync(increment))
                .join();
        assertEquals(2, plain[0]);
    }
}
