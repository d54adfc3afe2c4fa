package dev.jcoyote.scenarios;

import dev.jcoyote.TestBody;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Small programs that hang, each for one reason of its own, and the reports of which are kept to be read. */
final class HangingPrograms {
    private HangingPrograms() {}

    /** The programs by the names of their reports. */
    static Map<String, TestBody> all() {
        Map<String, TestBody> all = new LinkedHashMap<>();
        all.put("two-monitors", HangingPrograms::twoMonitors);
        all.put("dining-philosophers", HangingPrograms::diningPhilosophers);
        all.put("monitor-and-join", HangingPrograms::monitorAndJoin);
        all.put("self-deadlock", HangingPrograms::selfDeadlock);
        all.put("lock-of-an-ended-thread", HangingPrograms::lockOfAnEndedThread);
        all.put("notify-too-early", HangingPrograms::notifyTooEarly);
        all.put("notify-to-the-wrong-waiter", HangingPrograms::notifyToTheWrongWaiter);
        all.put("signal-too-early", HangingPrograms::signalTooEarly);
        all.put("unpark-twice", HangingPrograms::unparkTwice);
        all.put("semaphore", HangingPrograms::semaphore);
        all.put("latch", HangingPrograms::latch);
        all.put("read-write-upgrade", HangingPrograms::readWriteUpgrade);
        all.put("future-never-completed", HangingPrograms::futureNeverCompleted);
        all.put("blocking-queue", HangingPrograms::blockingQueue);
        all.put("swallowed-interrupt", HangingPrograms::swallowedInterrupt);
        all.put("offer-too-early", HangingPrograms::offerTooEarly);
        all.put("pool-that-waits-for-itself", HangingPrograms::poolThatWaitsForItself);
        all.put("class-initialisation", HangingPrograms::classInitialisation);
        all.put("join-on-itself", HangingPrograms::joinOnItself);
        all.put("livelock", HangingPrograms::livelock);
        all.put("work-without-end", HangingPrograms::workWithoutEnd);
        return all;
    }

    /** An account whose transfers lock both sides. */
    private static final class Account {
        private int balance;

        void transferTo(Account other, int amount) {
            synchronized (this) {
                synchronized (other) {
                    balance -= amount;
                    other.balance += amount;
                }
            }
        }
    }

    private static void twoMonitors() throws InterruptedException {
        Account savings = new Account();
        Account current = new Account();
        Concurrently.run(() -> savings.transferTo(current, 10), () -> current.transferTo(savings, 20));
    }

    /** A table with a fork between each two philosophers. */
    private static final class Table {
        private final Lock[] forks = new Lock[5];

        Table() {
            for (int i = 0; i < forks.length; i++) {
                forks[i] = new ReentrantLock();
            }
        }

        void eat(int philosopher) {
            Lock left = forks[philosopher];
            Lock right = forks[(philosopher + 1) % forks.length];
            left.lock();
            right.lock();
            right.unlock();
            left.unlock();
        }
    }

    private static void diningPhilosophers() throws InterruptedException {
        Table table = new Table();
        Concurrently.run(
                () -> table.eat(0), () -> table.eat(1), () -> table.eat(2), () -> table.eat(3), () -> table.eat(4));
    }

    private static void monitorAndJoin() throws InterruptedException {
        Account account = new Account();
        Thread other = Concurrently.thread(() -> {
            synchronized (account) {
                account.balance++;
            }
        });
        synchronized (account) {
            other.start();
            other.join();
        }
    }

    private static void selfDeadlock() throws InterruptedException {
        StampedLock lock = new StampedLock();
        Concurrently.run(() -> {
            long outer = lock.writeLock();
            long inner = lock.writeLock();
            lock.unlockWrite(inner);
            lock.unlockWrite(outer);
        });
    }

    private static void lockOfAnEndedThread() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        Concurrently.run(lock::lock);
        lock.lock();
    }

    /** A box that is filled once, with a check outside the monitor. */
    private static final class Box {
        private volatile boolean full;

        void fill() {
            full = true;
            synchronized (this) {
                notifyAll();
            }
        }

        void awaitFull() throws InterruptedException {
            if (!full) {
                synchronized (this) {
                    wait();
                }
            }
        }
    }

    private static void notifyTooEarly() throws InterruptedException {
        Box box = new Box();
        Concurrently.run(box::awaitFull, box::fill);
    }

    private static void notifyToTheWrongWaiter() throws InterruptedException {
        NotifyingBuffer buffer = new NotifyingBuffer();
        Concurrently.run(() -> buffer.put(1), () -> buffer.put(2), buffer::take, buffer::take);
    }

    private static void signalTooEarly() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        Condition ready = lock.newCondition();
        Concurrently.run(
                () -> {
                    lock.lock();
                    ready.await();
                    lock.unlock();
                },
                () -> {
                    lock.lock();
                    ready.signal();
                    lock.unlock();
                });
    }

    private static void unparkTwice() throws InterruptedException {
        Thread sleeper = Concurrently.start(() -> {
            LockSupport.park();
            LockSupport.park();
        });
        LockSupport.unpark(sleeper);
        LockSupport.unpark(sleeper);
        sleeper.join();
    }

    private static void semaphore() throws InterruptedException {
        Semaphore permits = new Semaphore(2);
        Concurrently.Action both = () -> {
            permits.acquire();
            permits.acquire();
            permits.release(2);
        };
        Concurrently.run(both, both);
    }

    private static void latch() throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(3);
        Concurrently.start(latch::countDown);
        Concurrently.start(() -> latch.countDown());
        latch.await();
    }

    private static void readWriteUpgrade() throws InterruptedException {
        ReadWriteLock lock = new ReentrantReadWriteLock();
        Concurrently.run(() -> {
            lock.readLock().lock();
            lock.writeLock().lock();
            lock.writeLock().unlock();
            lock.readLock().unlock();
        });
    }

    private static void futureNeverCompleted() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        AtomicBoolean closed = new AtomicBoolean();
        Concurrently.start(() -> closed.set(true));
        Concurrently.start(() -> {
            if (!closed.get()) {
                answer.complete("42");
            }
        });
        answer.join();
    }

    private static void blockingQueue() throws InterruptedException {
        BlockingQueue<String> queue = new LinkedBlockingQueue<>();
        Concurrently.run(queue::take, queue::take, () -> queue.put("one"));
    }

    private static void offerTooEarly() throws InterruptedException {
        BlockingQueue<String> queue = new SynchronousQueue<>();
        Concurrently.run(queue::take, () -> queue.offer("one"));
    }

    private static void poolThatWaitsForItself() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        pool.submit(() -> pool.submit(() -> "inner").get()).get();
    }

    /** Needs {@link Right} to be initialised. */
    private static final class Left {
        static final int VALUE;

        static {
            Thread.yield();
            VALUE = Right.value();
        }

        private Left() {}

        static int value() {
            return 1;
        }
    }

    /** Needs {@link Left} to be initialised. */
    private static final class Right {
        static final int VALUE;

        static {
            Thread.yield();
            VALUE = Left.value();
        }

        private Right() {}

        static int value() {
            return 2;
        }
    }

    private static void classInitialisation() throws InterruptedException {
        Concurrently.run(Left::value, Right::value);
    }

    private static void joinOnItself() throws InterruptedException {
        Concurrently.run(() -> Thread.currentThread().join());
    }

    private static void livelock() throws InterruptedException {
        AtomicBoolean left = new AtomicBoolean(true);
        AtomicBoolean right = new AtomicBoolean(true);
        Concurrently.run(() -> awaitFree(left), () -> awaitFree(right));
    }

    private static void workWithoutEnd() throws InterruptedException {
        AtomicInteger count = new AtomicInteger();
        Concurrently.run(() -> {
            while (count.incrementAndGet() > 0) {
                if (count.get() % 3 == 0) {
                    Thread.yield();
                }
            }
        });
    }

    private static void awaitFree(AtomicBoolean taken) {
        while (!taken.compareAndSet(false, true)) {
            Thread.yield();
        }
    }

    private static void swallowedInterrupt() throws InterruptedException {
        BlockingQueue<String> queue = new LinkedBlockingQueue<>();
        Thread worker = new Thread(() -> {
            boolean isInterrupted = Thread.currentThread().isInterrupted();
            while (!isInterrupted) {
                try {
                    queue.take();
                } catch (InterruptedException e) {
                    isInterrupted = Thread.currentThread().isInterrupted();
                }
            }
        });
        worker.start();
        worker.interrupt();
        worker.join();
    }
}
