package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.BugKind;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What the documentation of threads and monitors says of arguments, interrupts that come before, and ends. */
final class ThreadContractScenarios {
    private final AtomicInteger count = new AtomicInteger();
    private final Object monitor = new Object();
    private boolean ready;

    private void awaitReady() throws InterruptedException {
        synchronized (monitor) {
            while (!ready) {
                monitor.wait();
            }
        }
    }

    private static void assertInterrupted(Concurrently.Action waiting) {
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, waiting::run);
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Passes
    void negativeTimesAreRefused() throws InterruptedException {
        Concurrently.run(() -> {
            Thread me = Thread.currentThread();
            assertThrows(IllegalArgumentException.class, () -> Thread.sleep(-1));
            assertThrows(IllegalArgumentException.class, () -> Thread.sleep(1, 1_000_000));
            assertThrows(IllegalArgumentException.class, () -> me.join(-1));
            assertThrows(IllegalArgumentException.class, () -> me.join(0, -1));
            synchronized (monitor) {
                assertThrows(IllegalArgumentException.class, () -> monitor.wait(-1));
                assertThrows(IllegalArgumentException.class, () -> monitor.wait(0, 1_000_000));
            }
        });
    }

    @Passes
    void anInterruptThatCameBeforeEndsTheNextWait() throws InterruptedException {
        Thread other = Concurrently.start(this::awaitReady);
        Concurrently.run(() -> {
            assertInterrupted(() -> Thread.sleep(0));
            assertInterrupted(() -> Thread.sleep(3_600_000));
            assertInterrupted(other::join);
            assertInterrupted(() -> other.join(3_600_000));
            synchronized (monitor) {
                assertInterrupted(monitor::wait);
                assertInterrupted(() -> monitor.wait(3_600_000));
            }
        });
        synchronized (monitor) {
            ready = true;
            monitor.notifyAll();
        }
        other.join();
    }

    @Passes
    void anInterruptOfOneWaiterLosesNoNotification() throws InterruptedException {
        Concurrently.Action waiting = () -> {
            try {
                awaitReady();
            } catch (InterruptedException e) {
                count.incrementAndGet();
            }
        };
        Thread first = Concurrently.start(waiting);
        Thread second = Concurrently.start(waiting);
        Thread interrupter = Concurrently.start(first::interrupt);
        synchronized (monitor) {
            ready = true;
            monitor.notify();
        }
        interrupter.join();
        synchronized (monitor) {
            monitor.notify();
        }
        first.join();
        second.join();
        assertTrue(count.get() <= 1);
    }

    @Passes
    void aTimedWaitTakesItsMonitorBackBeforeItReturns() throws InterruptedException {
        Concurrently.Action counting = () -> {
            synchronized (monitor) {
                monitor.wait(10);
                assertTrue(Thread.holdsLock(monitor));
                int before = count.get();
                Thread.yield();
                count.set(before + 1);
            }
        };
        Concurrently.run(counting, counting);
        assertEquals(2, count.get());
    }

    @Passes
    void aWaitGivesUpNoOtherMonitor() throws InterruptedException {
        Object outer = new Object();
        boolean[] inside = {false};
        Thread waiter = Concurrently.start(() -> {
            synchronized (outer) {
                inside[0] = true;
                awaitReady();
                inside[0] = false;
            }
        });
        synchronized (monitor) {
            ready = true;
            monitor.notify();
        }
        synchronized (outer) {
            assertFalse(inside[0]);
        }
        waiter.join();
    }

    @Fails(value = BugKind.DEADLOCK, saying = "waits")
    void aNotifierThatNeedsTheOuterMonitorNeverComes() throws InterruptedException {
        Object outer = new Object();
        Thread waiter = Concurrently.start(() -> {
            synchronized (outer) {
                awaitReady();
            }
        });
        synchronized (outer) {
            synchronized (monitor) {
                ready = true;
                monitor.notify();
            }
        }
        waiter.join();
    }

    @Passes
    void aThreadThatHasEndedHasNothingLeft() throws InterruptedException {
        Thread thread = Concurrently.start(count::incrementAndGet);
        thread.join();
        thread.interrupt();
        assertNull(thread.getThreadGroup());
        assertEquals(0, thread.getStackTrace().length);
        assertThrows(IllegalThreadStateException.class, thread::start);
        thread.join(1);
        thread.join(0, 1);
    }

    @Passes
    void aGroupInterruptsItsThreadsAndThoseOfItsGroups() throws InterruptedException {
        ThreadGroup group = new ThreadGroup("outer");
        ThreadGroup inner = new ThreadGroup(group, "inner");
        CountDownLatch begun = new CountDownLatch(2);
        Runnable waiting = () -> {
            begun.countDown();
            assertThrows(InterruptedException.class, () -> new CountDownLatch(1).await());
            count.incrementAndGet();
        };
        Thread first = new Thread(group, waiting);
        Thread second = new Thread(inner, waiting);
        first.start();
        second.start();
        begun.await();
        group.interrupt();
        first.join();
        second.join();
        assertEquals(2, count.get());
        assertTrue(group.parentOf(inner));
    }

    @Passes
    void threadLocalsAreRemovedAndMadeAgain() throws InterruptedException {
        ThreadLocal<Integer> local = ThreadLocal.withInitial(count::incrementAndGet);
        Concurrently.Action use = () -> {
            int mine = local.get();
            Thread.yield();
            assertEquals(mine, local.get());
            local.remove();
            assertNotSame(mine, local.get());
        };
        Concurrently.run(use, use);
        assertEquals(4, count.get());
    }

    @Passes
    void aTimedJoinEndsWithTheThreadOrTheTime() throws InterruptedException {
        Thread sleeper = Concurrently.start(() -> Thread.sleep(TimeUnit.HOURS.toMillis(2)));
        Thread waiter = Concurrently.start(this::awaitReady);
        waiter.join(TimeUnit.HOURS.toMillis(1), 1);
        assertTrue(waiter.isAlive());
        sleeper.join(TimeUnit.HOURS.toMillis(9));
        assertFalse(sleeper.isAlive());
        synchronized (monitor) {
            ready = true;
            monitor.notifyAll();
        }
        waiter.join();
    }
}
