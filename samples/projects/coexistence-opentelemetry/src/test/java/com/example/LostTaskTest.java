package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jcoyote.junit.SystematicTest;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** A bug in the tasks of a pool. */
class LostTaskTest {
    @SystematicTest
    void bothTasksCount() throws Exception {
        AtomicInteger counter = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Future<?> first = pool.submit(() -> counter.set(counter.get() + 1));
        Future<?> second = pool.submit(() -> counter.set(counter.get() + 1));
        first.get();
        second.get();
        pool.shutdown();
        assertEquals(2, counter.get());
    }
}
