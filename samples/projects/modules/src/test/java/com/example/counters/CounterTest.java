package com.example.counters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jcoyote.junit.SystematicTest;

class CounterTest {
    private final Counter counter = new Counter();

    @SystematicTest
    void bothIncrementsCount() throws InterruptedException {
        Thread other = new Thread(counter::increment);
        other.start();
        counter.increment();
        other.join();
        assertEquals(2, counter.value());
    }
}
