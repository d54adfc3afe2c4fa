package dev.jcoyote.examples.junit;

import java.util.concurrent.atomic.AtomicInteger;

/** A bug for tests that need one. */
public final class LostUpdate {
    private LostUpdate() {}

    /** Two threads read a counter and write it back. */
    public static void twoThreads() throws InterruptedException {
        AtomicInteger counter = new AtomicInteger();
        Runnable increment = () -> counter.set(counter.get() + 1);
        Thread other = new Thread(increment);
        other.start();
        increment.run();
        other.join();
        if (counter.get() != 2) {
            throw new AssertionError("lost an update");
        }
    }
}
