package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.junit.SystematicTest;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Tests with executors, into which OpenTelemetry's agent carries its context. */
class TracedTest {
    @Test
    void theOtherAgentIsThere() throws ClassNotFoundException {
        // Its classes in the boot loader, which it needs for its work.
        Class<?> bootstrap = Class.forName("io.opentelemetry.javaagent.bootstrap.AgentInitializer", false, null);
        assertEquals(null, bootstrap.getClassLoader());
        assertTrue(Thread.getAllStackTraces().size() > 1);
    }

    @SystematicTest(iterations = 200)
    void tasksOfAPoolCount() throws Exception {
        AtomicInteger counter = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Future<?> first = pool.submit(counter::incrementAndGet);
        Future<?> second = pool.submit(counter::incrementAndGet);
        first.get();
        second.get();
        pool.shutdown();
        assertEquals(2, counter.get());
    }
}
