package dev.jcoyote.examples.e05cache;

import java.util.concurrent.atomic.AtomicInteger;

/** A value is loaded once, however many threads ask for it. */
public final class CacheTest {
    private final AtomicInteger loads = new AtomicInteger();
    private final Cache<String, Integer> cache = new Cache<>(key -> loads.incrementAndGet());

    /** Two threads ask for the same value. Fails: it is loaded twice. */
    public void valueIsLoadedOnce() throws InterruptedException {
        check(() -> cache.get("answer"));
    }

    /** The same with one atomic call of the map. Passes. */
    public void valueIsLoadedOnceFixed() throws InterruptedException {
        check(() -> cache.getAtomically("answer"));
    }

    private void check(Runnable lookup) throws InterruptedException {
        Thread first = new Thread(lookup, "first");
        Thread second = new Thread(lookup, "second");
        first.start();
        second.start();
        first.join();
        second.join();
        if (loads.get() != 1) {
            throw new AssertionError("loaded " + loads.get() + " times");
        }
    }
}
