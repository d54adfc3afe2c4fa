package com.example.second;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.junit.SystematicTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;

class CounterTest {
    private final AtomicInteger counter = new AtomicInteger();

    /** The other class begins when this one does. */
    @BeforeAll
    static void meet() throws IOException {
        Files.writeString(
                Path.of("target/second.pid"),
                String.valueOf(ProcessHandle.current().pid()));
        Path other = Path.of("target/first.pid");
        Instant limit = Instant.now().plusSeconds(60);
        while (!Files.exists(other)) {
            assertTrue(Instant.now().isBefore(limit), "The other class has not begun");
            Thread.onSpinWait();
        }
    }

    private void increment() {
        counter.set(counter.get() + 1);
    }

    private void bothIncrementsCount() throws InterruptedException {
        Thread other = new Thread(this::increment);
        other.start();
        increment();
        other.join();
        assertEquals(2, counter.get());
    }

    @SystematicTest
    void first() throws InterruptedException {
        bothIncrementsCount();
    }

    @SystematicTest
    void second() throws InterruptedException {
        bothIncrementsCount();
    }

    @SystematicTest
    void third() throws InterruptedException {
        bothIncrementsCount();
    }

    @SystematicTest
    void fourth() throws InterruptedException {
        bothIncrementsCount();
    }
}
