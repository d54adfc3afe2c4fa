package com.example;

import static org.junit.Assert.assertEquals;

import dev.jcoyote.SystematicTesting;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;

public class CounterTest {
    @Test
    public void bothIncrementsCount() {
        SystematicTesting.run(() -> {
            AtomicInteger counter = new AtomicInteger();
            Thread other = new Thread(() -> counter.set(counter.get() + 1));
            other.start();
            counter.set(counter.get() + 1);
            other.join();
            assertEquals(2, counter.get());
        });
    }

    @Test
    public void bothAtomicIncrementsCount() {
        SystematicTesting.run(() -> {
            AtomicInteger counter = new AtomicInteger();
            Thread other = new Thread(() -> counter.incrementAndGet());
            other.start();
            counter.incrementAndGet();
            other.join();
            assertEquals(2, counter.get());
        });
    }
}
