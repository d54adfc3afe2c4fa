package dev.jcoyote.examples.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jcoyote.junit.SystematicTest;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The test of {@link LostUpdateExample} with the bug fixed, and an ordinary test beside it. */
class CounterTest {
    private final AtomicInteger counter = new AtomicInteger();

    private void increment() {
        counter.incrementAndGet();
    }

    @SystematicTest(iterations = 100)
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
