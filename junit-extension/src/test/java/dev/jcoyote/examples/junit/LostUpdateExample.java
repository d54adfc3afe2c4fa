package dev.jcoyote.examples.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jcoyote.junit.SystematicTest;
import java.util.concurrent.atomic.AtomicInteger;

/** A test that fails: two threads read the counter before either writes it. */
class LostUpdateExample {
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
