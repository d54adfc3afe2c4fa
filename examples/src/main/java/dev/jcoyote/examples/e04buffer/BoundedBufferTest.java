package dev.jcoyote.examples.e04buffer;

import java.util.concurrent.atomic.AtomicInteger;

/** What is put into a buffer is taken from it. */
public final class BoundedBufferTest {
    private final AtomicInteger sum = new AtomicInteger();

    /** Two producers and two consumers share a buffer for one item. Fails: a deadlock. */
    public void everyItemIsTaken() throws InterruptedException {
        check(new BoundedBuffer(1, false));
    }

    /** The same with a buffer that wakes all who wait. Passes. */
    public void everyItemIsTakenFixed() throws InterruptedException {
        check(new BoundedBuffer(1, true));
    }

    private void check(BoundedBuffer buffer) throws InterruptedException {
        Thread[] threads = {
            new Thread(() -> produce(buffer, 1), "producer-1"),
            new Thread(() -> produce(buffer, 10), "producer-2"),
            new Thread(() -> consume(buffer), "consumer-1"),
            new Thread(() -> consume(buffer), "consumer-2")
        };
        for (Thread thread : threads) {
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (sum.get() != 22) {
            throw new AssertionError("the items taken add up to " + sum.get());
        }
    }

    private void produce(BoundedBuffer buffer, int item) {
        try {
            buffer.put(item);
            buffer.put(item);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void consume(BoundedBuffer buffer) {
        try {
            sum.addAndGet(buffer.take());
            sum.addAndGet(buffer.take());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
