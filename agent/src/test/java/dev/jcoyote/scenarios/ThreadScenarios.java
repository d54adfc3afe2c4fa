package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.BugKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** The methods of {@code Thread}. */
final class ThreadScenarios {
    private final AtomicInteger count = new AtomicInteger();
    private volatile boolean flag;

    /** A thread by inheritance. */
    private static class CountingThread extends Thread {
        final AtomicInteger count;

        CountingThread(AtomicInteger count) {
            super("counting");
            this.count = count;
        }

        @Override
        public void run() {
            count.incrementAndGet();
        }
    }

    /** One that has its body from its superclass and adds to it. */
    private static final class CountingTwice extends CountingThread {
        CountingTwice(AtomicInteger count) {
            super(count);
        }

        @Override
        public void run() {
            super.run();
            count.incrementAndGet();
        }
    }

    /** A class that is a task. */
    private static final class Task implements Runnable {
        final AtomicInteger count;

        Task(AtomicInteger count) {
            this.count = count;
        }

        @Override
        public void run() {
            count.incrementAndGet();
        }
    }

    @Passes
    void joinSeesAllThatTheThreadDid() throws InterruptedException {
        int[] plain = {0};
        Thread thread = Concurrently.start(() -> plain[0] = 1);
        thread.join();
        assertEquals(1, plain[0]);
        assertFalse(thread.isAlive());
    }

    @Passes
    void subclassesAndRunnablesRunUnderControl() throws InterruptedException {
        Thread[] threads = {new CountingThread(count), new CountingTwice(count), new Thread(new Task(count), "task")};
        for (Thread thread : threads) {
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(4, count.get());
    }

    @Fails(value = BugKind.ASSERTION, saying = "expected: <1> but was: <0>")
    void withoutAJoinTheThreadMayNotHaveRun() {
        Concurrently.start(count::incrementAndGet);
        assertEquals(1, count.get());
    }

    @Passes
    void aTimedJoinOfAThreadThatGoesOnExpires() throws InterruptedException {
        Thread sleeper = Concurrently.start(LockSupport::park);
        long start = System.nanoTime();
        sleeper.join(1_000);
        sleeper.join(1, 1);
        assertTrue(System.nanoTime() - start >= 1_001_000_000L);
        LockSupport.unpark(sleeper);
        sleeper.join(1_000);
        assertFalse(sleeper.isAlive());
    }

    @Passes
    void joinOfAThreadThatWasNeverStartedReturns() throws InterruptedException {
        Thread thread = new Thread(() -> {});
        thread.join();
        assertEquals(Thread.State.NEW, thread.getState());
    }

    @Passes
    void aThreadStartsOnlyOnce() throws InterruptedException {
        Thread thread = new Thread(() -> {});
        thread.start();
        assertThrows(IllegalThreadStateException.class, thread::start);
        thread.join();
        assertThrows(IllegalThreadStateException.class, thread::start);
    }

    @Passes
    void threadsStartThreads() throws InterruptedException {
        Concurrently.run(
                () -> Concurrently.run(count::incrementAndGet, count::incrementAndGet),
                () -> Concurrently.run(count::incrementAndGet));
        assertEquals(3, count.get());
    }

    @Fails(value = BugKind.ASSERTION, saying = "expected: <[1, 2]> but was: <[2, 1]>")
    void aSleepOrdersNothing() throws InterruptedException {
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        Concurrently.run(() -> order.add(1), () -> {
            Thread.sleep(1_000);
            order.add(2);
        });
        assertEquals(List.of(1, 2), List.copyOf(order));
    }

    @Passes
    void yieldLetsOthersRun() throws InterruptedException {
        Concurrently.run(
                () -> {
                    while (!flag) {
                        Thread.yield();
                    }
                },
                () -> flag = true);
    }

    @Passes
    void aSpinLoopEndsWhenAnotherThreadEndsIt() throws InterruptedException {
        Concurrently.run(
                () -> {
                    while (!flag) {
                        Thread.onSpinWait();
                    }
                },
                () -> {
                    while (!flag) {
                        if (count.incrementAndGet() > 3) {
                            flag = true;
                        }
                    }
                });
    }

    @Passes
    void getStateTellsTheTruth() throws InterruptedException {
        Object monitor = new Object();
        Thread parked = Concurrently.thread(LockSupport::park);
        Thread blocked = Concurrently.thread(() -> {
            synchronized (monitor) {
                count.incrementAndGet();
            }
        });
        assertEquals(Thread.State.NEW, parked.getState());
        synchronized (monitor) {
            parked.start();
            blocked.start();
            while (parked.getState() != Thread.State.WAITING) {
                Thread.yield();
            }
            while (blocked.getState() != Thread.State.BLOCKED) {
                Thread.yield();
            }
            assertTrue(blocked.isAlive());
        }
        LockSupport.unpark(parked);
        parked.join();
        blocked.join();
        assertEquals(Thread.State.TERMINATED, parked.getState());
    }

    @Passes
    void sleepingThreadsAreTimedWaiting() throws InterruptedException {
        Thread sleeper = Concurrently.start(() -> LockSupport.parkNanos(1_000_000_000_000L));
        while (sleeper.isAlive() && sleeper.getState() != Thread.State.TIMED_WAITING) {
            Thread.yield();
        }
        LockSupport.unpark(sleeper);
        sleeper.join();
    }

    @Fails(value = BugKind.EXCEPTION, saying = "IllegalStateException: on purpose")
    void anExceptionInAThreadIsABug() throws InterruptedException {
        Concurrently.run(() -> {
            throw new IllegalStateException("on purpose");
        });
    }

    @Fails(value = BugKind.EXCEPTION, saying = "IllegalStateException: on purpose")
    void anExceptionOfTheBodyIsABug() {
        throw new IllegalStateException("on purpose");
    }

    @Passes
    void anExceptionThatAHandlerOfTheProgramTakesIsNone() throws InterruptedException {
        AtomicReference<Throwable> taken = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            throw new IllegalStateException("on purpose");
        });
        thread.setUncaughtExceptionHandler((failed, exception) -> taken.set(exception));
        thread.start();
        thread.join();
        assertEquals("on purpose", taken.get().getMessage());
    }

    @Passes
    void aThreadGroupOfTheProgramTakesExceptionsToo() throws InterruptedException {
        AtomicInteger taken = new AtomicInteger();
        ThreadGroup group = new ThreadGroup("group") {
            @Override
            public void uncaughtException(Thread thread, Throwable exception) {
                taken.incrementAndGet();
            }
        };
        Thread thread = new Thread(group, () -> {
            throw new IllegalStateException("on purpose");
        });
        thread.start();
        thread.join();
        assertEquals(1, taken.get());
    }

    @Passes
    void anAssertionCaughtByItsThreadIsNone() throws InterruptedException {
        Concurrently.run(() -> assertThrows(AssertionError.class, () -> assertEquals(1, 2)));
    }

    @Passes
    @SuppressWarnings("deprecation") // getId, which came before threadId
    void theIdsOfNewThreadsAreTheSameEachTime() throws InterruptedException {
        Concurrently.Action giveWay = () -> {
            if (Thread.currentThread().getId() % 2 == 0) {
                Thread.yield();
            }
        };
        Thread unstarted = Concurrently.thread(giveWay);
        Concurrently.run(giveWay, giveWay, giveWay);
        for (long i = unstarted.getId() % 3; i > 0; i--) {
            Thread.yield();
        }
    }
}
