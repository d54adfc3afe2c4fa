package dev.jcoyote.benchmarks;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The programs that are measured, as a test body would hold them. */
public final class Bodies {
    private Bodies() {}

    /** Two threads increment an atomic counter ten times each. */
    public static void atomics() throws InterruptedException {
        AtomicInteger counter = new AtomicInteger();
        Runnable work = () -> {
            for (int i = 0; i < 10; i++) {
                counter.incrementAndGet();
            }
        };
        runAll(2, work);
        check(counter.get() == 20);
    }

    /** Eight threads increment a counter a hundred times each, inside its monitor. */
    public static void monitors() throws InterruptedException {
        int[] counter = {0};
        Runnable work = () -> {
            for (int i = 0; i < 100; i++) {
                synchronized (counter) {
                    counter[0]++;
                }
            }
        };
        runAll(8, work);
        check(counter[0] == 800);
    }

    /** A pool of four threads runs fifty tasks. */
    public static void pool() throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        AtomicInteger counter = new AtomicInteger();
        CompletableFuture<?>[] tasks = new CompletableFuture<?>[50];
        for (int i = 0; i < tasks.length; i++) {
            tasks[i] = CompletableFuture.runAsync(counter::incrementAndGet, pool);
        }
        CompletableFuture.allOf(tasks).join();
        pool.shutdown();
        check(pool.awaitTermination(1, TimeUnit.MINUTES) && counter.get() == 50);
    }

    /** Two threads take a hundred turns each, with a lock and its condition. */
    public static void pingPong() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        Condition turned = lock.newCondition();
        int[] turn = {0};
        Thread[] players = new Thread[2];
        for (int p = 0; p < 2; p++) {
            int me = p;
            players[p] = new Thread(() -> {
                for (int i = 0; i < 100; i++) {
                    lock.lock();
                    try {
                        while (turn[0] % 2 != me) {
                            turned.awaitUninterruptibly();
                        }
                        turn[0]++;
                        turned.signalAll();
                    } finally {
                        lock.unlock();
                    }
                }
            });
            players[p].start();
        }
        for (Thread player : players) {
            player.join();
        }
        check(turn[0] == 200);
    }

    /** One thread increments an atomic counter: each increment is a scheduling point without a choice. */
    public static void points(int count) {
        AtomicInteger counter = new AtomicInteger();
        for (int i = 0; i < count; i++) {
            counter.incrementAndGet();
        }
        check(counter.get() == count);
    }

    /** Two threads yield to each other: with a strategy that always changes over, each point is a switch. */
    public static void switches(int count) throws InterruptedException {
        AtomicInteger counter = new AtomicInteger();
        runAll(2, () -> {
            for (int i = 0; i < count / 2; i++) {
                counter.incrementAndGet();
            }
        });
        check(counter.get() == count);
    }

    private static void runAll(int number, Runnable work) throws InterruptedException {
        Thread[] threads = new Thread[number];
        for (int i = 0; i < number; i++) {
            threads[i] = new Thread(work);
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void check(boolean condition) {
        if (!condition) {
            throw new AssertionError("The body computed a wrong result");
        }
    }
}
