package dev.jcoyote.benchmarks;

import dev.jcoyote.benchmarks.Launcher.Started;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The programs that are measured, as a test body would hold them. */
public final class Bodies {
    private Bodies() {}

    /** {@link #atomics(Launcher)} on new threads, as a test. */
    public static void atomics() throws InterruptedException {
        atomics(Launcher.NEW_THREADS);
    }

    /** Two threads increment an atomic counter ten times each. */
    public static void atomics(Launcher launcher) throws InterruptedException {
        increments(launcher, 2, 10);
    }

    /** {@link #monitors(Launcher)} on new threads, as a test. */
    public static void monitors() throws InterruptedException {
        monitors(Launcher.NEW_THREADS);
    }

    /** Eight threads increment a counter a hundred times each, inside its monitor. */
    public static void monitors(Launcher launcher) throws InterruptedException {
        monitor(launcher, 8, 100);
    }

    /** {@link #pool(Launcher)} on new threads, as a test. */
    public static void pool() throws InterruptedException {
        pool(Launcher.NEW_THREADS);
    }

    /** A pool of four threads runs fifty tasks. */
    public static void pool(Launcher launcher) throws InterruptedException {
        pool(launcher, 4, 50);
    }

    /** {@link #pingPong(Launcher)} on new threads, as a test. */
    public static void pingPong() throws InterruptedException {
        pingPong(Launcher.NEW_THREADS);
    }

    /** Two threads take a hundred turns each, with a lock and its condition. */
    public static void pingPong(Launcher launcher) throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        Condition turned = lock.newCondition();
        int[] turn = {0};
        Started[] players = new Started[2];
        for (int p = 0; p < 2; p++) {
            int me = p;
            players[p] = launcher.start(() -> {
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
        }
        for (Started player : players) {
            player.join();
        }
        check(turn[0] == 200);
    }

    /** So many threads increment one atomic counter: each increment is a scheduling point. */
    public static void increments(Launcher launcher, int threads, int each) throws InterruptedException {
        AtomicInteger counter = new AtomicInteger();
        Runnable work = () -> {
            for (int i = 0; i < each; i++) {
                counter.incrementAndGet();
            }
        };
        runAll(launcher, threads, work);
        check(counter.get() == threads * each);
    }

    /** So many threads increment one counter inside its monitor. */
    public static void monitor(Launcher launcher, int threads, int each) throws InterruptedException {
        int[] counter = {0};
        Runnable work = () -> {
            for (int i = 0; i < each; i++) {
                synchronized (counter) {
                    counter[0]++;
                }
            }
        };
        runAll(launcher, threads, work);
        check(counter[0] == threads * each);
    }

    /** The same with a scheduling point inside, where others come to the monitor while it is taken. */
    public static void longMonitor(Launcher launcher, int threads, int each) throws InterruptedException {
        AtomicInteger counter = new AtomicInteger();
        Object guard = new Object();
        Runnable work = () -> {
            for (int i = 0; i < each; i++) {
                synchronized (guard) {
                    counter.incrementAndGet();
                }
            }
        };
        runAll(launcher, threads, work);
        check(counter.get() == threads * each);
    }

    /** So many threads increment one counter while they hold its lock. */
    public static void lock(Launcher launcher, int threads, int each) throws InterruptedException {
        int[] counter = {0};
        ReentrantLock lock = new ReentrantLock();
        Runnable work = () -> {
            for (int i = 0; i < each; i++) {
                lock.lock();
                try {
                    counter[0]++;
                } finally {
                    lock.unlock();
                }
            }
        };
        runAll(launcher, threads, work);
        check(counter[0] == threads * each);
    }

    /** A pool of so many threads runs so many tasks. */
    public static void pool(Launcher launcher, int threads, int number) throws InterruptedException {
        ExecutorService pool = launcher.pool(threads);
        AtomicInteger counter = new AtomicInteger();
        CompletableFuture<?>[] tasks = new CompletableFuture<?>[number];
        for (int i = 0; i < number; i++) {
            tasks[i] = CompletableFuture.runAsync(counter::incrementAndGet, pool);
        }
        CompletableFuture.allOf(tasks).join();
        check(launcher.release(pool) && counter.get() == number);
    }

    /** One thread increments an atomic counter: each increment is a scheduling point without a choice. */
    @SuppressWarnings("UnnecessaryAsync") // the point is what the increments cost
    public static void points(int count) {
        AtomicInteger counter = new AtomicInteger();
        for (int i = 0; i < count; i++) {
            counter.incrementAndGet();
        }
        check(counter.get() == count);
    }

    private static void runAll(Launcher launcher, int number, Runnable work) throws InterruptedException {
        Started[] threads = new Started[number];
        for (int i = 0; i < number; i++) {
            threads[i] = launcher.start(work);
        }
        for (Started thread : threads) {
            thread.join();
        }
    }

    private static void check(boolean condition) {
        if (!condition) {
            throw new AssertionError("The body computed a wrong result");
        }
    }
}
