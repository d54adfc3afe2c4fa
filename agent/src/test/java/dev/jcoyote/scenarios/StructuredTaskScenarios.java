package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Structured concurrency: subtasks are joined, cancelled and timed out by their scope. */
@SinceJdk(25)
final class StructuredTaskScenarios {
    private final AtomicInteger count = new AtomicInteger();

    private int untilInterrupted() throws InterruptedException {
        try {
            new CountDownLatch(1).await();
            return 0;
        } catch (InterruptedException e) {
            count.incrementAndGet();
            throw e;
        }
    }

    @Passes
    void aScopeWaitsForItsSubtasks() throws Exception {
        try (StructuredTasks scope = new StructuredTasks()) {
            Object slow = scope.fork(() -> {
                Thread.sleep(3_600_000);
                return count.incrementAndGet();
            });
            Object fast = scope.fork(count::incrementAndGet);
            scope.join();
            assertEquals(3, (int) StructuredTasks.result(slow) + (int) StructuredTasks.result(fast));
        }
    }

    @Passes
    void aFailureCancelsTheOthers() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        try (StructuredTasks scope = new StructuredTasks()) {
            scope.fork(() -> {
                begun.countDown();
                return untilInterrupted();
            });
            scope.fork(() -> {
                begun.await();
                throw new IllegalStateException("of a subtask");
            });
            Exception failed = assertThrows(Exception.class, scope::join);
            assertEquals("of a subtask", failed.getCause().getMessage());
        }
        assertEquals(1, count.get());
    }

    @Passes
    void aTimeoutCancelsAll() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        try (StructuredTasks scope = new StructuredTasks(Duration.ofHours(1))) {
            scope.fork(() -> {
                begun.countDown();
                return untilInterrupted();
            });
            begun.await();
            Exception expired = assertThrows(Exception.class, scope::join);
            assertEquals("TimeoutException", expired.getClass().getSimpleName());
        }
        assertEquals(1, count.get());
    }
}
