package dev.jcoyote.examples.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jcoyote.junit.Systematic;
import dev.jcoyote.junit.SystematicTest;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Systematic and ordinary tests that JUnit may run at the same time. */
@Execution(ExecutionMode.CONCURRENT)
public class Parallel {
    private static final AtomicInteger EXPLORING = new AtomicInteger();
    private static final CountDownLatch ORDINARY = new CountDownLatch(2);

    private final AtomicInteger counter = new AtomicInteger();

    private void explore() throws InterruptedException {
        assertEquals(1, EXPLORING.incrementAndGet(), "explorations at the same time");
        Thread other = new Thread(counter::incrementAndGet);
        other.start();
        counter.incrementAndGet();
        other.join();
        assertEquals(2, counter.get());
        EXPLORING.decrementAndGet();
    }

    @SystematicTest(iterations = 300)
    void one() throws InterruptedException {
        explore();
    }

    @SystematicTest(iterations = 300)
    void two() throws InterruptedException {
        explore();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    @Systematic
    void more(int number) throws InterruptedException {
        explore();
    }

    @Test
    void ordinary() throws InterruptedException {
        meet();
    }

    @Test
    void another() throws InterruptedException {
        meet();
    }

    /** Waits for the other ordinary test: they do run at the same time. */
    private static void meet() throws InterruptedException {
        ORDINARY.countDown();
        assertEquals(true, ORDINARY.await(30, TimeUnit.SECONDS));
    }
}
