package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jcoyote.junit.SystematicTest;
import java.util.concurrent.atomic.AtomicInteger;

class LostUpdateTest {
    private final AtomicInteger counter = new AtomicInteger();

    private void increment() {
        counter.set(counter.get() + 1);
    }

    @SystematicTest
    void bothIncrementsCount() throws InterruptedException {
        Thread other = new Thread(this::increment);
        other.start();
        increment();
        other.join();
        assertEquals(2, counter.get());
    }
}
