package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.BugKind;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** {@code ReentrantReadWriteLock} and {@code StampedLock}. */
final class ReadWriteLockScenarios {
    private int first;
    private int second;

    @Passes
    void readersSeeNoHalfDoneWrite() throws InterruptedException {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        Concurrently.Action read = () -> {
            lock.readLock().lock();
            int seen = first;
            Thread.yield();
            assertEquals(seen, second);
            lock.readLock().unlock();
        };
        Concurrently.run(read, read, () -> {
            lock.writeLock().lock();
            first++;
            Thread.yield();
            second++;
            lock.writeLock().unlock();
        });
    }

    @Passes
    void readersReadAtTheSameTime() throws InterruptedException {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
        CyclicBarrier inside = new CyclicBarrier(2);
        Concurrently.Action read = () -> {
            lock.readLock().lock();
            inside.await();
            lock.readLock().unlock();
        };
        Concurrently.run(read, read);
    }

    @Passes
    void aWriterMayBecomeAReader() throws InterruptedException {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        Concurrently.Action downgrade = () -> {
            lock.writeLock().lock();
            int mine = ++first;
            lock.readLock().lock();
            lock.writeLock().unlock();
            assertEquals(mine, first);
            lock.readLock().unlock();
        };
        Concurrently.run(downgrade, downgrade);
    }

    @Fails(value = BugKind.DEADLOCK, saying = "ReadLock#1, waits for ReentrantReadWriteLock.WriteLock#1: for itself")
    void aReaderMayNotBecomeAWriter() throws InterruptedException {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        Concurrently.run(() -> {
            lock.readLock().lock();
            lock.writeLock().lock();
        });
    }

    @Passes
    void aTimedWriterGivesUpWhileThereIsAReader() throws InterruptedException {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        lock.readLock().lock();
        Concurrently.run(() -> assertFalse(lock.writeLock().tryLock(1, TimeUnit.MINUTES)));
        lock.readLock().unlock();
    }

    @Passes
    void stampedWritersAndReadersExcludeEachOther() throws InterruptedException {
        StampedLock lock = new StampedLock();
        Concurrently.Action write = () -> {
            long stamp = lock.writeLock();
            first++;
            Thread.yield();
            second++;
            lock.unlockWrite(stamp);
        };
        Concurrently.run(write, write, () -> {
            long stamp = lock.readLock();
            assertEquals(first, second);
            lock.unlockRead(stamp);
        });
        assertEquals(2, second);
    }

    @Passes
    void aValidOptimisticReadIsConsistent() throws InterruptedException {
        StampedLock lock = new StampedLock();
        Concurrently.run(
                () -> {
                    long stamp = lock.tryOptimisticRead();
                    int seen = first;
                    Thread.yield();
                    int other = second;
                    if (lock.validate(stamp)) {
                        assertEquals(seen, other);
                    }
                },
                () -> {
                    long stamp = lock.writeLock();
                    first++;
                    Thread.yield();
                    second++;
                    lock.unlock(stamp);
                });
    }

    @Fails(value = BugKind.ASSERTION, saying = "expected: <")
    void anOptimisticReadThatIsNotValidatedIsNot() throws InterruptedException {
        StampedLock lock = new StampedLock();
        Concurrently.run(
                () -> {
                    assertNotEquals(-1, lock.tryOptimisticRead());
                    int seen = first;
                    Thread.yield();
                    assertEquals(seen, second);
                },
                () -> {
                    long stamp = lock.writeLock();
                    first++;
                    Thread.yield();
                    second++;
                    lock.unlockWrite(stamp);
                });
    }

    @Passes
    void aStampIsConvertedWhenItsHolderIsAlone() throws InterruptedException {
        StampedLock lock = new StampedLock();
        Concurrently.Action upgrade = () -> {
            long stamp = lock.readLock();
            long write = lock.tryConvertToWriteLock(stamp);
            if (write == 0) {
                lock.unlockRead(stamp);
                write = lock.writeLock();
            }
            first++;
            lock.unlock(write);
        };
        Concurrently.run(upgrade, upgrade);
        assertEquals(2, first);
        assertTrue(lock.tryWriteLock(1, TimeUnit.SECONDS) != 0);
    }

    @Fails(value = BugKind.DEADLOCK, saying = "holds StampedLock#1, waits for StampedLock#1: for itself")
    void aStampedLockIsNotReentrant() throws InterruptedException {
        StampedLock lock = new StampedLock();
        Concurrently.run(() -> {
            lock.writeLock();
            lock.writeLock();
        });
    }
}
