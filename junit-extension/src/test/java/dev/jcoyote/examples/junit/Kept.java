package dev.jcoyote.examples.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jcoyote.junit.SystematicTest;
import java.util.concurrent.atomic.AtomicInteger;

/** A test that replays what has failed before it explores, in the folder that {@link #FOLDER} names. */
public class Kept {
    /** Where the schedules are. */
    public static final String FOLDER = "target/kept-schedules";

    /** Whether the bug is fixed. */
    public static volatile boolean isFixed;

    private final AtomicInteger counter = new AtomicInteger();

    private void increment() {
        if (isFixed) {
            synchronized (this) {
                counter.set(counter.get() + 1);
            }
        } else {
            counter.set(counter.get() + 1);
        }
    }

    @SystematicTest(corpus = FOLDER, iterations = 30)
    void bothIncrementsCount() throws InterruptedException {
        Thread other = new Thread(this::increment);
        other.start();
        increment();
        other.join();
        assertEquals(2, counter.get());
    }
}
