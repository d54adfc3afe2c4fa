package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.BugKind;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Method references: no call stands in the program's code. */
final class MethodReferenceScenarios {
    @Passes
    void ofALatch() throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(2);
        new Thread(latch::countDown).start();
        new Thread(latch::countDown).start();
        Concurrently.Action await = latch::await;
        Concurrently.run(await);
        assertEquals(0, latch.getCount());
    }

    @Passes
    void ofAMonitor() throws InterruptedException {
        Object monitor = new Object();
        boolean[] ready = {false};
        Concurrently.Action wait = monitor::wait;
        Runnable wakeAll = monitor::notifyAll;
        Concurrently.run(
                () -> {
                    synchronized (monitor) {
                        while (!ready[0]) {
                            wait.run();
                        }
                    }
                },
                () -> {
                    synchronized (monitor) {
                        ready[0] = true;
                        wakeAll.run();
                    }
                });
    }

    @Passes
    void ofTheClock() throws InterruptedException {
        LongSupplier clock = System::nanoTime;
        long start = clock.getAsLong();
        Concurrently.Action sleep = () -> Thread.sleep(3_600_000);
        Concurrently.run(sleep);
        assertTrue(clock.getAsLong() - start >= 3_600_000_000_000L);
    }

    @Passes
    void ofThreads() throws InterruptedException {
        AtomicInteger count = new AtomicInteger();
        Function<Runnable, Thread> create = Thread::new;
        Thread thread = create.apply(count::incrementAndGet);
        Concurrently.Action start = thread::start;
        Concurrently.Action join = thread::join;
        Runnable yield = Thread::yield;
        Concurrently.run(start, yield::run);
        Concurrently.run(join, join);
        assertEquals(1, count.get());
    }

    @Fails(value = BugKind.ASSERTION, saying = "put replaced another value")
    void ofAMap() throws InterruptedException {
        Map<String, Integer> map = new ConcurrentHashMap<>();
        Function<String, Integer> get = map::get;
        BiFunction<String, Integer, Integer> put = map::put;
        Concurrently.Action count = () -> {
            Integer old = get.apply("key");
            assertEquals(old, put.apply("key", old == null ? 1 : old + 1), "put replaced another value");
        };
        Concurrently.run(count, count);
        assertEquals(2, map.get("key"));
    }

    @Fails(value = BugKind.ASSERTION, saying = "expected: <2> but was: <1>")
    void ofAnAtomicNumber() throws InterruptedException {
        AtomicInteger number = new AtomicInteger();
        IntSupplier get = number::get;
        Concurrently.Action count = () -> number.set(get.getAsInt() + 1);
        Concurrently.run(count, count);
        assertEquals(2, number.get());
    }

    @Passes
    void ofALock() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        int[] value = {0};
        Runnable take = lock::lock;
        Runnable release = lock::unlock;
        Concurrently.Action increment = () -> {
            take.run();
            value[0]++;
            release.run();
        };
        Concurrently.run(increment, increment);
        assertEquals(2, value[0]);
    }

    private int guarded;

    private synchronized void increment() {
        guarded++;
    }

    @Passes
    void ofASynchronizedMethod() throws InterruptedException {
        Concurrently.run(this::increment, this::increment);
        assertEquals(2, guarded);
    }

    @Passes
    void ofAConstructor() throws InterruptedException {
        Supplier<BlockingQueue<Integer>> create = LinkedBlockingQueue::new;
        Function<Integer, Semaphore> permits = Semaphore::new;
        BlockingQueue<Integer> queue = create.get();
        Concurrently.run(() -> assertEquals(1, queue.take()), () -> queue.put(1), permits.apply(1)::acquire);
        assertNotNull(queue);
    }

    @Passes
    void ofAnUnboundReceiver() throws InterruptedException {
        BiFunction<BlockingQueue<Integer>, Integer, Boolean> offer = BlockingQueue::offer;
        BlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
        Concurrently.run(() -> assertTrue(offer.apply(queue, 1)), () -> assertEquals(1, queue.take()));
    }
}
