package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.BugKind;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** {@code ReentrantLock}, and locks of the program's own. */
final class LockScenarios {
    private int value;

    private void incrementUnder(Lock lock) {
        lock.lock();
        try {
            value++;
        } finally {
            lock.unlock();
        }
    }

    @Passes
    void aLockExcludes() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        Concurrently.run(() -> incrementUnder(lock), () -> incrementUnder(lock), () -> incrementUnder(lock));
        assertEquals(3, value);
    }

    @Passes
    void aFairLockExcludes() throws InterruptedException {
        Lock lock = new ReentrantLock(true);
        Concurrently.run(() -> incrementUnder(lock), () -> incrementUnder(lock), () -> incrementUnder(lock));
        assertEquals(3, value);
    }

    @Passes
    void aLockIsReentrant() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        Concurrently.run(
                () -> {
                    lock.lock();
                    incrementUnder(lock);
                    assertEquals(1, lock.getHoldCount(), "the inner unlock leaves the outer hold");
                    lock.unlock();
                },
                () -> incrementUnder(lock));
        assertEquals(2, value);
    }

    @Fails(value = BugKind.ASSERTION, saying = "the lock was taken")
    void tryLockFailsWhileAnotherHoldsTheLock() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        Concurrently.Action attempt = () -> {
            assertTrue(lock.tryLock(), "the lock was taken");
            lock.unlock();
        };
        Concurrently.run(attempt, attempt);
    }

    @Passes
    void aTimedTryLockWaits() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        Concurrently.Action attempt = () -> {
            assertTrue(lock.tryLock(10, TimeUnit.SECONDS));
            value++;
            lock.unlock();
        };
        Concurrently.run(attempt, attempt);
        assertEquals(2, value);
    }

    @Passes
    void aTimedTryLockGivesUp() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        Concurrently.run(() -> {
            assertFalse(lock.tryLock(1, TimeUnit.HOURS));
            assertFalse(lock.isHeldByCurrentThread());
        });
        lock.unlock();
    }

    @Passes
    void anInterruptEndsTheWaitForALock() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        Thread waiter = Concurrently.start(() -> assertThrows(InterruptedException.class, lock::lockInterruptibly));
        waiter.interrupt();
        waiter.join();
        lock.unlock();
    }

    @Passes
    void onlyTheOwnerUnlocks() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        Concurrently.run(
                () -> assertThrows(IllegalMonitorStateException.class, lock::unlock), () -> incrementUnder(lock));
    }

    /** Waits in a way that an interrupt does not end. */
    private static void awaitOther(CountDownLatch both) {
        both.countDown();
        while (both.getCount() > 0) {
            Thread.yield();
        }
    }

    @Passes
    void anInterruptResolvesACycleOfInterruptibleLocks() throws InterruptedException {
        ReentrantLock first = new ReentrantLock();
        ReentrantLock second = new ReentrantLock();
        CountDownLatch bothHeld = new CountDownLatch(2);
        Thread victim = Concurrently.start(() -> {
            first.lock();
            awaitOther(bothHeld);
            assertThrows(InterruptedException.class, second::lockInterruptibly);
            first.unlock();
        });
        Thread other = Concurrently.start(() -> {
            second.lock();
            awaitOther(bothHeld);
            first.lock();
            first.unlock();
            second.unlock();
        });
        bothHeld.await();
        victim.interrupt();
        victim.join();
        other.join();
    }

    /** A lock as its documentation shows how to write one. */
    private static final class Mutex extends AbstractQueuedSynchronizer {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean tryAcquire(int ignored) {
            return compareAndSetState(0, 1);
        }

        @Override
        protected boolean tryRelease(int ignored) {
            setState(0);
            return true;
        }
    }

    @Passes
    void aSynchronizerOfTheProgramExcludes() throws InterruptedException {
        Mutex mutex = new Mutex();
        Concurrently.Action increment = () -> {
            mutex.acquire(1);
            value++;
            mutex.release(1);
        };
        Concurrently.run(increment, increment, increment);
        assertEquals(3, value);
    }

    /** A lock of the program's own that adds to that of the JDK. */
    private static final class CountingLock extends ReentrantLock {
        private static final long serialVersionUID = 1L;
        private int locked;

        @Override
        public void lock() {
            super.lock();
            locked++;
        }
    }

    @Passes
    void aSubclassOfALockExcludes() throws InterruptedException {
        CountingLock lock = new CountingLock();
        Concurrently.run(() -> incrementUnder(lock), () -> incrementUnder(lock));
        assertEquals(2, lock.locked);
    }
}
