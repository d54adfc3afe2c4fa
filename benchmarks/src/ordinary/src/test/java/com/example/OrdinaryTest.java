package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;

/** 100 ordinary tests, each of some milliseconds, and one more that may be systematic. */
class OrdinaryTest {
    private final AtomicInteger counter = new AtomicInteger();
    private volatile int last;

    @OneMore
    void bothIncrementsCount() throws InterruptedException {
        Thread other = new Thread(counter::incrementAndGet);
        other.start();
        counter.incrementAndGet();
        other.join();
        assertEquals(2, counter.get());
    }

    @RepeatedTest(10)
    void aListIsSorted() {
        Random random = new Random(1);
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            list.add(random.nextInt());
        }
        Collections.sort(list);
        assertEquals(list.get(0), Collections.min(list));
    }

    @RepeatedTest(10)
    void wordsAreCounted() {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            counts.merge("word" + i % 100, 1, Integer::sum);
        }
        assertEquals(200, counts.get("word7"));
    }

    @RepeatedTest(10)
    void aConcurrentMapCounts() {
        ConcurrentMap<Integer, Integer> counts = new ConcurrentHashMap<>();
        for (int i = 0; i < 20_000; i++) {
            counts.merge(i % 100, 1, Integer::sum);
        }
        assertEquals(100, counts.size());
    }

    @RepeatedTest(10)
    void atomicsAreAdded() {
        AtomicLong sum = new AtomicLong();
        for (int i = 0; i < 100_000; i++) {
            sum.addAndGet(i);
            last = i;
        }
        assertEquals(4_999_950_000L, sum.get());
        assertEquals(99_999, last);
    }

    @RepeatedTest(10)
    void aLockIsTakenAndGivenBack() {
        ReentrantLock lock = new ReentrantLock();
        int sum = 0;
        for (int i = 0; i < 50_000; i++) {
            lock.lock();
            try {
                sum++;
            } finally {
                lock.unlock();
            }
        }
        assertEquals(50_000, sum);
    }

    @RepeatedTest(10)
    void synchronizedMethodsAreCalled() {
        int sum = 0;
        for (int i = 0; i < 50_000; i++) {
            sum = next(sum);
        }
        assertEquals(50_000, sum);
    }

    private synchronized int next(int value) {
        return value + 1;
    }

    @RepeatedTest(10)
    void aStreamIsSummed() {
        long even = IntStream.range(0, 100_000).filter(i -> i % 2 == 0).boxed().count();
        long parallel = IntStream.range(0, 100_000).parallel().filter(i -> i % 2 == 0).count();
        assertEquals(even, parallel);
    }

    @RepeatedTest(10)
    void tasksRunInAPool() throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Integer>> tasks = Collections.nCopies(50, () -> IntStream.range(0, 1_000).sum());
            int sum = 0;
            for (Future<Integer> result : pool.invokeAll(tasks)) {
                sum += result.get();
            }
            assertEquals(50 * 499_500, sum);
        } finally {
            pool.shutdownNow();
        }
    }

    @RepeatedTest(10)
    void futuresAreComposed() {
        CompletableFuture<Integer> sum = CompletableFuture.completedFuture(0);
        for (int i = 0; i < 100; i++) {
            sum = sum.thenCombine(CompletableFuture.supplyAsync(() -> 1), Integer::sum);
        }
        assertEquals(100, sum.join());
    }

    @RepeatedTest(10)
    void aQueueHandsOver() throws InterruptedException {
        BlockingQueue<Integer> queue = new LinkedBlockingQueue<>(16);
        Thread producer = new Thread(() -> {
            try {
                for (int i = 0; i < 500; i++) {
                    queue.put(i);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        producer.start();
        int sum = 0;
        for (int i = 0; i < 500; i++) {
            sum += queue.take();
        }
        producer.join();
        assertEquals(124_750, sum);
    }
}
