package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** {@code ThreadLocal} and {@code InheritableThreadLocal}: those of one execution are gone in the next. */
final class ThreadLocalScenarios {
    private static final ThreadLocal<Integer> LOCAL = ThreadLocal.withInitial(() -> 1);
    private static final ThreadLocal<String> EMPTY = new ThreadLocal<>();
    private static final InheritableThreadLocal<String> INHERITED = new InheritableThreadLocal<>();

    @Passes
    void everyThreadHasItsOwn() throws InterruptedException {
        assertEquals(1, LOCAL.get());
        Concurrently.Action count = () -> {
            LOCAL.set(LOCAL.get() + 1);
            Thread.yield();
            assertEquals(2, LOCAL.get());
        };
        Concurrently.run(count, count);
        LOCAL.set(5);
    }

    @Passes
    void childrenInherit() throws InterruptedException {
        assertNull(INHERITED.get());
        INHERITED.set("parent");
        Concurrently.run(() -> {
            assertEquals("parent", INHERITED.get());
            INHERITED.set("child");
        });
        assertEquals("parent", INHERITED.get());
    }

    @Passes
    void workersOfAPoolKeepTheirs() throws Exception {
        assertNull(EMPTY.get());
        EMPTY.set("mine");
        ExecutorService executor = Executors.newSingleThreadExecutor();
        executor.submit(() -> EMPTY.set("worker's")).get();
        assertEquals("worker's", executor.submit(EMPTY::get).get());
        executor.shutdown();
    }
}
