package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;

/** Scoped values: each thread has those that it runs with, whoever runs in between. */
@SinceJdk(24)
final class ScopedValueScenarios {
    private final AtomicInteger count = new AtomicInteger();

    private static void runWith(Object value, Runnable body) {
        try {
            ScopedValues.run(value, body);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private static void assertValue(Object value) {
        try {
            assertTrue(ScopedValues.isValue(value));
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    @Passes
    void threadsDoNotSeeThoseOfOthers() throws InterruptedException {
        Concurrently.Action each = () -> {
            Object mine = new Object();
            runWith(mine, () -> {
                assertValue(mine);
                Thread.yield();
                assertValue(mine);
                count.incrementAndGet();
                assertValue(mine);
            });
        };
        Concurrently.run(each, each);
        assertEquals(2, count.get());
    }

    @Passes
    void anInnerBindingEndsWithItsBody() throws InterruptedException {
        Object outer = new Object();
        Object inner = new Object();
        Thread other = Concurrently.start(count::incrementAndGet);
        runWith(outer, () -> {
            runWith(inner, () -> {
                Thread.yield();
                assertValue(inner);
            });
            Thread.yield();
            assertValue(outer);
        });
        other.join();
    }
}
