package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.BugKind;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The conditions of a {@code ReentrantLock}. */
final class ConditionScenarios {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int value;

    private void awaitValue() throws InterruptedException {
        lock.lock();
        try {
            while (value == 0) {
                changed.await();
            }
            value++;
        } finally {
            lock.unlock();
        }
    }

    private void set(Runnable signal) {
        lock.lock();
        try {
            value = 1;
            signal.run();
        } finally {
            lock.unlock();
        }
    }

    @Passes
    void signalAllWakesEveryWaiter() throws InterruptedException {
        Concurrently.run(this::awaitValue, this::awaitValue, () -> set(changed::signalAll));
        assertEquals(3, value);
    }

    @Fails(value = BugKind.DEADLOCK, saying = "waits to be signalled on")
    void oneSignalWakesOneOfTwoWaiters() throws InterruptedException {
        Concurrently.run(this::awaitValue, this::awaitValue, () -> set(changed::signal));
    }

    @Fails(value = BugKind.DEADLOCK, saying = "waits to be signalled on")
    void aSignalBeforeTheWaitIsLost() throws InterruptedException {
        Concurrently.run(
                () -> {
                    lock.lock();
                    changed.await();
                    lock.unlock();
                },
                () -> set(changed::signal));
    }

    @Passes
    void timedWaitsExpire() throws InterruptedException {
        Concurrently.run(() -> {
            lock.lock();
            assertFalse(changed.await(1, TimeUnit.HOURS));
            assertTrue(changed.awaitNanos(1_000) <= 0);
            assertFalse(changed.awaitUntil(new Date(System.currentTimeMillis() + 5_000)));
            lock.unlock();
        });
    }

    @Passes
    void anInterruptEndsAWaitUnlessItIsUninterruptible() throws InterruptedException {
        Thread interruptible = Concurrently.start(() -> {
            lock.lock();
            assertThrows(InterruptedException.class, changed::await);
            assertTrue(lock.isHeldByCurrentThread());
            lock.unlock();
        });
        interruptible.interrupt();
        interruptible.join();
        Thread uninterruptible = Concurrently.start(() -> {
            lock.lock();
            while (value == 0) {
                changed.awaitUninterruptibly();
            }
            lock.unlock();
            assertTrue(Thread.interrupted());
        });
        uninterruptible.interrupt();
        set(changed::signalAll);
        uninterruptible.join();
    }

    @Passes
    @Warns("Still there at the end")
    void aThreadThatStaysInAWaitIsNoBug() {
        Concurrently.start(() -> {
            lock.lock();
            try {
                changed.await();
            } finally {
                lock.unlock();
            }
        });
    }
}
