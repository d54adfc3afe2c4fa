package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.BugKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The problems of the textbooks. */
final class ClassicScenarios {
    /** Philosophers who take the left fork first; the last one may do otherwise. */
    private static Concurrently.Action[] philosophers(int number, boolean lastIsDifferent) {
        Lock[] forks = new Lock[number];
        for (int i = 0; i < number; i++) {
            forks[i] = new ReentrantLock();
        }
        Concurrently.Action[] philosophers = new Concurrently.Action[number];
        for (int i = 0; i < number; i++) {
            boolean swap = lastIsDifferent && i == number - 1;
            Lock first = forks[swap ? (i + 1) % number : i];
            Lock second = forks[swap ? i : (i + 1) % number];
            philosophers[i] = () -> {
                first.lock();
                second.lock();
                second.unlock();
                first.unlock();
            };
        }
        return philosophers;
    }

    @Fails(value = BugKind.DEADLOCK, saying = "waits for ReentrantLock#")
    void diningPhilosophersStarve() throws InterruptedException {
        Concurrently.run(philosophers(3, false));
    }

    @Passes
    void diningPhilosophersEatIfOneIsDifferent() throws InterruptedException {
        Concurrently.run(philosophers(4, true));
    }

    /** Peterson's algorithm for two threads. */
    private static final class Peterson {
        private volatile boolean wantsFirst;
        private volatile boolean wantsSecond;
        private volatile int turn;

        void lock(boolean first) {
            if (first) {
                wantsFirst = true;
                turn = 2;
                while (wantsSecond && turn == 2) {
                    Thread.onSpinWait();
                }
            } else {
                wantsSecond = true;
                turn = 1;
                while (wantsFirst && turn == 1) {
                    Thread.onSpinWait();
                }
            }
        }

        void unlock(boolean first) {
            if (first) {
                wantsFirst = false;
            } else {
                wantsSecond = false;
            }
        }
    }

    @Passes
    void petersonsAlgorithmExcludes() throws InterruptedException {
        Peterson lock = new Peterson();
        AtomicInteger inside = new AtomicInteger();
        Concurrently.run(() -> enter(lock, inside, true), () -> enter(lock, inside, false));
    }

    private static void enter(Peterson lock, AtomicInteger inside, boolean first) {
        lock.lock(first);
        assertEquals(1, inside.incrementAndGet());
        inside.decrementAndGet();
        lock.unlock(first);
    }

    private volatile Deque<String> lazy;
    private final AtomicInteger created = new AtomicInteger();

    private Deque<String> create() {
        created.incrementAndGet();
        return new ArrayDeque<>();
    }

    @Passes
    void doubleCheckedLockingCreatesOnce() throws InterruptedException {
        Concurrently.Action use = () -> {
            if (lazy == null) {
                synchronized (this) {
                    if (lazy == null) {
                        lazy = create();
                    }
                }
            }
            assertTrue(lazy.isEmpty());
        };
        Concurrently.run(use, use, use);
        assertEquals(1, created.get());
    }

    @Fails(value = BugKind.ASSERTION, saying = "expected: <1> but was: <2>")
    void singleCheckedLockingCreatesTwice() throws InterruptedException {
        Concurrently.Action use = () -> {
            if (lazy == null) {
                synchronized (this) {
                    lazy = create();
                }
            }
        };
        Concurrently.run(use, use);
        assertEquals(1, created.get());
    }

    @Fails(value = BugKind.DEADLOCK, saying = "waits to be notified on NotifyingBuffer#1")
    void aBufferThatWakesTheWrongOne() throws InterruptedException {
        NotifyingBuffer buffer = new NotifyingBuffer();
        Concurrently.run(
                () -> buffer.put(1),
                () -> buffer.put(2),
                () -> buffer.put(3),
                buffer::take,
                buffer::take,
                buffer::take);
    }

    /** Readers and a writer over semaphores, as Courtois, Heymans and Parnas wrote them. */
    @Passes
    void readersAndWriters() throws InterruptedException {
        Semaphore mutex = new Semaphore(1);
        Semaphore writing = new Semaphore(1);
        int[] readers = {0};
        int[] value = {0, 0};
        Concurrently.Action read = () -> {
            mutex.acquire();
            if (++readers[0] == 1) {
                writing.acquire();
            }
            mutex.release();
            assertEquals(value[0], value[1]);
            mutex.acquire();
            if (--readers[0] == 0) {
                writing.release();
            }
            mutex.release();
        };
        Concurrently.run(read, read, () -> {
            writing.acquire();
            value[0]++;
            Thread.yield();
            value[1]++;
            writing.release();
        });
    }
}
