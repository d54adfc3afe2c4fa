package dev.jcoyote.scenarios;

import dev.jcoyote.BugKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Vector;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Deadlocks: total and partial, over monitors and locks, seen by the main thread or not. */
final class DeadlockScenarios {
    private final Object left = new Object();
    private final Object right = new Object();
    private final Lock first = new ReentrantLock();
    private final Lock second = new ReentrantLock();
    private int entered;

    private void both(Object outer, Object inner) {
        synchronized (outer) {
            synchronized (inner) {
                entered++;
            }
        }
    }

    private static void both(Lock outer, Lock inner) {
        outer.lock();
        inner.lock();
        inner.unlock();
        outer.unlock();
    }

    @Fails(value = BugKind.DEADLOCK, saying = "holds Object#1, waits for Object#2; Thread-")
    void twoMonitorsInOppositeOrders() throws InterruptedException {
        Concurrently.run(() -> both(left, right), () -> both(right, left));
    }

    @Fails(value = BugKind.DEADLOCK, saying = "waits for ReentrantLock#")
    void twoLocksInOppositeOrders() throws InterruptedException {
        Concurrently.run(() -> both(first, second), () -> both(second, first));
    }

    @Fails(value = BugKind.DEADLOCK, saying = "waits for Object#")
    void monitorsThatTheMainThreadDoesNotWaitFor() {
        Concurrently.start(() -> both(left, right));
        Concurrently.start(() -> both(right, left));
    }

    @Fails(value = BugKind.DEADLOCK, saying = "waits for ReentrantLock#")
    void locksThatTheMainThreadDoesNotWaitFor() {
        Concurrently.start(() -> both(first, second));
        Concurrently.start(() -> both(second, first));
    }

    @Fails(value = BugKind.DEADLOCK, saying = "holds ReentrantLock#1, waits for Object#1")
    void aMonitorAndALock() throws InterruptedException {
        Concurrently.run(
                () -> {
                    synchronized (left) {
                        first.lock();
                        first.unlock();
                    }
                },
                () -> {
                    first.lock();
                    synchronized (left) {
                        entered++;
                    }
                    first.unlock();
                });
    }

    @Fails(value = BugKind.DEADLOCK, saying = "waits for Vector#")
    void vectorsThatArePutIntoEachOther() throws InterruptedException {
        Vector<Integer> one = new Vector<>(List.of(1));
        Vector<Integer> other = new Vector<>(List.of(2));
        Concurrently.run(() -> one.addAll(0, other), () -> other.addAll(0, one));
    }

    @Fails(value = BugKind.DEADLOCK, saying = "waits for Vector#")
    void vectorsThatRemoveEachOthersElements() throws InterruptedException {
        Vector<Integer> one = new Vector<>(List.of(1));
        Vector<Integer> other = new Vector<>(List.of(2));
        Concurrently.run(() -> one.removeAll(other), () -> other.removeAll(one));
    }

    @Fails(value = BugKind.DEADLOCK, saying = "waits for Collections.Synchronized")
    void synchronizedListsThatAreAddedToEachOther() throws InterruptedException {
        List<Integer> one = Collections.synchronizedList(new ArrayList<>(List.of(1)));
        List<Integer> other = Collections.synchronizedList(new ArrayList<>(List.of(2)));
        Concurrently.run(() -> one.addAll(other), () -> other.addAll(one));
    }

    @Fails(value = BugKind.DEADLOCK, saying = "waits for Object#")
    void aPartialDeadlockWhileATickerTicks() {
        Concurrently.startDaemon(() -> {
            while (true) {
                Thread.sleep(1_000);
            }
        });
        Concurrently.start(() -> both(left, right));
        Concurrently.start(() -> both(right, left));
    }

    @Fails(value = BugKind.DEADLOCK, saying = "waits for ReentrantLock#")
    void aPartialDeadlockWhileTheMainThreadSpins() {
        Concurrently.start(() -> both(first, second));
        Thread other = Concurrently.start(() -> both(second, first));
        while (other.isAlive()) {
            Thread.yield();
        }
    }

    @Fails(
            value = BugKind.DEADLOCK,
            saying = "waits for the lock ReentrantLock#1, held by Thread-0 (main.1), which has ended")
    void aLockOfADeadThread() throws InterruptedException {
        Concurrently.run(first::lock);
        first.lock();
    }

    @Fails(value = BugKind.DEADLOCK, saying = "waits for the end of")
    void twoThreadsThatJoinEachOther() throws InterruptedException {
        Thread[] threads = new Thread[2];
        CountDownLatch ready = new CountDownLatch(1);
        for (int i = 0; i < 2; i++) {
            int other = 1 - i;
            threads[i] = Concurrently.start(() -> {
                ready.await();
                threads[other].join();
            });
        }
        ready.countDown();
        threads[0].join();
    }

    @Fails(value = BugKind.DEADLOCK, saying = "waits for the end of")
    void aThreadThatJoinsItself() throws InterruptedException {
        Concurrently.run(() -> Thread.currentThread().join());
    }

    @Fails(value = BugKind.DEADLOCK, saying = "waits for Object#1")
    void aJoinInsideTheMonitorThatTheOtherNeeds() throws InterruptedException {
        Thread other = Concurrently.thread(() -> {
            synchronized (left) {
                entered++;
            }
        });
        synchronized (left) {
            other.start();
            other.join();
        }
    }

    @Fails(value = BugKind.DEADLOCK, saying = "is parked")
    void theMainThreadIsParkedForEver() {
        LockSupport.park();
    }

    @Passes
    @Warns("Still there at the end")
    void aThreadThatStaysParkedIsNone() {
        Concurrently.start(LockSupport::park);
    }

    @Passes
    void aCycleThatATickersInterruptBreaksIsNone() throws InterruptedException {
        Thread victim = Concurrently.start(() -> {
            first.lock();
            try {
                second.lockInterruptibly();
                second.unlock();
            } catch (InterruptedException e) {
                entered++;
            } finally {
                first.unlock();
            }
        });
        Thread other = Concurrently.start(() -> {
            second.lockInterruptibly();
            first.lockInterruptibly();
            first.unlock();
            second.unlock();
        });
        Concurrently.startDaemon(() -> {
            while (true) {
                Thread.sleep(1_000);
                victim.interrupt();
            }
        });
        victim.join();
        other.join();
    }

    @Fails(
            value = BugKind.DEADLOCK,
            saying = "waits for the lock ReentrantLock#1, held by Thread-0 (main.1), which has ended")
    void aLockThatItsOwnerTookTwiceAndLeftOnce() throws InterruptedException {
        Concurrently.run(() -> {
            first.lock();
            both(first, second);
        });
        Concurrently.run(first::lockInterruptibly);
    }
}
