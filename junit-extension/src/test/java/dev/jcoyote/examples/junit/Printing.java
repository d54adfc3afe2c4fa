package dev.jcoyote.examples.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jcoyote.junit.SystematicTest;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;

/** Prints and logs. */
public class Printing {
    private final AtomicInteger counter = new AtomicInteger();

    private void increment() {
        int read = counter.get();
        System.out.println("read " + read + " in " + Thread.currentThread().getName());
        Logger.getLogger("printing").warning(() -> "about to write " + (read + 1));
        counter.set(read + 1);
    }

    @SystematicTest(seed = 1)
    void losesAnUpdate() throws InterruptedException {
        System.err.println("begin");
        Thread other = new Thread(this::increment, "other");
        other.start();
        increment();
        other.join();
        assertEquals(2, counter.get());
    }

    @SystematicTest
    void printsTooMuch() {
        for (int i = 0; i < 3_000; i++) {
            System.out.print("x".repeat(1_000));
        }
        throw new IllegalStateException("printed");
    }

    @SystematicTest(iterations = 20)
    void passes() throws InterruptedException {
        Thread other = new Thread(() -> System.out.println("nobody wants to see this"));
        other.start();
        Logger.getLogger("printing").warning("nor this");
        other.join();
    }
}
