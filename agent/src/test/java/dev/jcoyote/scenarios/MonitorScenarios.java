package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.BugKind;
import java.util.function.Predicate;

/** The {@code synchronized} block and method. */
final class MonitorScenarios {
    private static int shared;

    private int value;
    private volatile int unguarded;

    private synchronized void increment() {
        value++;
    }

    private static synchronized void incrementShared() {
        shared++;
    }

    private synchronized int incrementTwice() {
        increment();
        synchronized (this) {
            increment();
        }
        return value;
    }

    private synchronized void fail() {
        throw new IllegalStateException("on purpose");
    }

    @Passes
    void synchronizedMethodsAndBlocksExcludeEachOther() throws InterruptedException {
        Concurrently.run(
                () -> {
                    for (int i = 0; i < 3; i++) {
                        increment();
                    }
                },
                () -> {
                    for (int i = 0; i < 3; i++) {
                        synchronized (this) {
                            value++;
                        }
                    }
                });
        assertEquals(6, value);
    }

    @Passes
    void staticSynchronizedMethodsTakeTheMonitorOfTheirClass() throws InterruptedException {
        shared = 0;
        Concurrently.run(MonitorScenarios::incrementShared, () -> {
            synchronized (MonitorScenarios.class) {
                shared++;
            }
        });
        assertEquals(2, shared);
    }

    @Passes
    void aMonitorIsReentrant() throws InterruptedException {
        Concurrently.run(() -> assertTrue(incrementTwice() >= 2), this::incrementTwice);
        assertEquals(4, value);
    }

    @Passes
    void anExceptionLeavesTheMonitor() throws InterruptedException {
        Concurrently.run(() -> assertThrows(IllegalStateException.class, this::fail), this::increment, () -> {
            try {
                synchronized (this) {
                    value++;
                    fail();
                }
            } catch (IllegalStateException expected) {
                assertFalse(Thread.holdsLock(this));
            }
        });
        assertEquals(2, value);
    }

    @Passes
    void aReturnLeavesTheMonitor() throws InterruptedException {
        Concurrently.run(() -> assertTrue(readAndReturn() >= 0), this::increment);
        assertEquals(1, value);
    }

    private int readAndReturn() {
        synchronized (this) {
            for (int i = 0; i < 3; i++) {
                if (i == 1) {
                    return value;
                }
            }
        }
        return -1;
    }

    @Passes
    void holdsLockTellsTheTruth() throws InterruptedException {
        Object monitor = new Object();
        Concurrently.run(
                () -> {
                    assertFalse(Thread.holdsLock(monitor));
                    synchronized (monitor) {
                        assertTrue(Thread.holdsLock(monitor));
                    }
                    assertFalse(Thread.holdsLock(monitor));
                },
                () -> {
                    synchronized (monitor) {
                        Thread.yield();
                        assertTrue(Thread.holdsLock(monitor));
                    }
                });
    }

    @Passes
    void aReferenceToHoldsLockTellsTheTruth() throws InterruptedException {
        Object monitor = new Object();
        Predicate<Object> held = Thread::holdsLock;
        Concurrently.Action action = () -> {
            assertFalse(held.test(monitor));
            synchronized (monitor) {
                Thread.yield();
                assertTrue(held.test(monitor));
            }
            assertFalse(held.test(monitor));
        };
        Concurrently.run(action, action);
    }

    @Passes
    void nestedMonitorsInOneOrderDoNotDeadlock() throws InterruptedException {
        Object outer = new Object();
        Object inner = new Object();
        Concurrently.Action both = () -> {
            synchronized (outer) {
                synchronized (inner) {
                    value++;
                }
            }
        };
        Concurrently.run(both, both);
        assertEquals(2, value);
    }

    @Fails(value = BugKind.ASSERTION, saying = "expected: <2> but was: <1>")
    void differentMonitorsDoNotExcludeEachOther() throws InterruptedException {
        Object first = new Object();
        Object second = new Object();
        Concurrently.run(
                () -> {
                    synchronized (first) {
                        unguarded++;
                    }
                },
                () -> {
                    synchronized (second) {
                        unguarded++;
                    }
                });
        assertEquals(2, unguarded);
    }

    @Fails(value = BugKind.ASSERTION, saying = "expected: <2> but was: <1>")
    void aMonitorLeftBetweenReadAndWriteLosesAnUpdate() throws InterruptedException {
        Concurrently.Action increment = () -> {
            int read;
            synchronized (this) {
                read = value;
            }
            synchronized (this) {
                value = read + 1;
            }
        };
        Concurrently.run(increment, increment);
        assertEquals(2, value);
    }
}
