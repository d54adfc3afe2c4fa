package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.BugKind;
import java.util.ArrayList;
import java.util.List;

/** {@code Object.wait}, {@code notify} and {@code notifyAll}. */
final class WaitNotifyScenarios {
    private final Object monitor = new Object();
    private boolean ready;

    private void awaitReady() throws InterruptedException {
        synchronized (monitor) {
            while (!ready) {
                monitor.wait();
            }
        }
    }

    @Passes
    void notifyAllWakesEveryWaiter() throws InterruptedException {
        Concurrently.run(this::awaitReady, this::awaitReady, () -> {
            synchronized (monitor) {
                ready = true;
                monitor.notifyAll();
            }
        });
    }

    @Passes
    void aWaitGivesUpEveryEntryOfItsMonitor() throws InterruptedException {
        Concurrently.run(
                () -> {
                    synchronized (monitor) {
                        synchronized (monitor) {
                            awaitReady();
                            assertTrue(Thread.holdsLock(monitor));
                        }
                    }
                },
                () -> {
                    synchronized (monitor) {
                        ready = true;
                        monitor.notify();
                    }
                });
    }

    @Fails(value = BugKind.DEADLOCK, saying = "waits to be notified on Object#1")
    void aNotifyBeforeTheWaitIsLost() throws InterruptedException {
        Concurrently.run(
                () -> {
                    synchronized (monitor) {
                        monitor.wait();
                    }
                },
                () -> {
                    synchronized (monitor) {
                        monitor.notify();
                    }
                });
    }

    @Fails(value = BugKind.DEADLOCK, saying = "waits to be notified on Object#1")
    void oneNotifyWakesOneOfTwoWaiters() throws InterruptedException {
        Concurrently.run(this::awaitReady, this::awaitReady, () -> {
            synchronized (monitor) {
                ready = true;
                monitor.notify();
            }
        });
    }

    @Fails(value = BugKind.ASSERTION, saying = "[2, 1]")
    void aNotifyMayWakeTheLaterWaiterFirst() throws InterruptedException {
        List<Integer> woken = new ArrayList<>();
        int[] waiting = {0};
        Thread first = Concurrently.start(() -> waitInTurn(1, waiting, woken));
        Thread second = Concurrently.start(() -> waitInTurn(2, waiting, woken));
        while (woken.size() < 2) {
            synchronized (monitor) {
                if (waiting[0] == 2) {
                    monitor.notify();
                }
            }
            Thread.yield();
        }
        first.join();
        second.join();
        assertEquals(List.of(1, 2), woken);
    }

    private void waitInTurn(int number, int[] waiting, List<Integer> woken) throws InterruptedException {
        synchronized (monitor) {
            waiting[0]++;
            monitor.wait();
            woken.add(number);
        }
    }

    @Passes
    void aTimedWaitExpires() throws InterruptedException {
        Concurrently.run(() -> {
            synchronized (monitor) {
                long start = System.nanoTime();
                monitor.wait(60_000);
                assertTrue(System.nanoTime() - start >= 60_000_000_000L);
                monitor.wait(1, 500_000);
            }
        });
    }

    @Passes
    void aTimedWaitEndsWhenNotified() throws InterruptedException {
        long start = System.nanoTime();
        Concurrently.run(
                () -> {
                    synchronized (monitor) {
                        while (!ready) {
                            monitor.wait(3_600_000);
                        }
                    }
                },
                () -> {
                    synchronized (monitor) {
                        ready = true;
                        monitor.notifyAll();
                    }
                });
        assertTrue(System.nanoTime() - start < 3_600_000_000_000L, "a notified wait does not last an hour");
    }

    @Passes
    void anInterruptEndsAWait() throws InterruptedException {
        Thread waiter = Concurrently.start(() -> {
            synchronized (monitor) {
                assertThrows(InterruptedException.class, monitor::wait);
                assertTrue(Thread.holdsLock(monitor));
            }
        });
        waiter.interrupt();
        waiter.join();
    }

    @Passes
    void whoDoesNotOwnTheMonitorMayNeitherWaitNorNotify() throws InterruptedException {
        Concurrently.run(
                () -> assertThrows(IllegalMonitorStateException.class, () -> monitor.wait(10)),
                () -> assertThrows(IllegalMonitorStateException.class, monitor::notify),
                () -> assertThrows(IllegalMonitorStateException.class, monitor::notifyAll));
    }

    @Fails(value = BugKind.ASSERTION, saying = "woken without being ready")
    void aWaitWithoutALoopSeesAnothersNotification() throws InterruptedException {
        int[] items = {0};
        Concurrently.Action take = () -> {
            synchronized (monitor) {
                if (items[0] == 0) {
                    monitor.wait();
                }
                assertTrue(items[0] > 0, "woken without being ready");
                items[0]--;
            }
        };
        Concurrently.Action put = () -> {
            synchronized (monitor) {
                items[0]++;
                monitor.notifyAll();
            }
        };
        Concurrently.run(take, take, put, put);
    }
}
