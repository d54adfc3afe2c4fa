package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OrdinaryTest {
    private final AtomicInteger counter = new AtomicInteger();

    @Test
    void oneIncrementCounts() {
        counter.incrementAndGet();
        assertEquals(1, counter.get());
    }
}
