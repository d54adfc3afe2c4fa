package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jcoyote.junit.SystematicTest;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FixedCounterTest {
    private final AtomicInteger counter = new AtomicInteger();

    private void increment() {
        counter.incrementAndGet();
    }

    @SystematicTest
    void bothIncrementsCount() throws InterruptedException {
        Thread other = new Thread(this::increment);
        other.start();
        increment();
        other.join();
        assertEquals(2, counter.get());
    }

    @Test
    void oneIncrementCounts() {
        increment();
        assertEquals(1, counter.get());
    }
}
