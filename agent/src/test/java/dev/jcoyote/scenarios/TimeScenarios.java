package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.BugKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The clock: it is virtual, and waiting takes no time. */
final class TimeScenarios {
    private volatile boolean done;

    @Passes
    void threeHoursOfWaitingTakeThreeHoursOfTheClock() throws InterruptedException {
        Object monitor = new Object();
        long start = System.nanoTime();
        Thread sleeper = Concurrently.start(() -> Thread.sleep(3_600_000));
        synchronized (monitor) {
            monitor.wait(60_000);
        }
        sleeper.join();
        TimeUnit.HOURS.sleep(1);
        LockSupport.parkNanos(TimeUnit.HOURS.toNanos(1));
        long hours = TimeUnit.NANOSECONDS.toHours(System.nanoTime() - start);
        assertEquals(3, hours);
    }

    @Passes
    void allClocksAgree() throws InterruptedException {
        Concurrently.run(() -> {
            long millis = System.currentTimeMillis();
            Instant instant = Instant.now();
            long nanos = System.nanoTime();
            Clock clock = Clock.systemUTC();
            long clockMillis = clock.millis();
            LocalDateTime local = LocalDateTime.now(clock);
            Thread.sleep(3_600_000);
            assertEquals(1, TimeUnit.MILLISECONDS.toHours(System.currentTimeMillis() - millis));
            assertEquals(1, Duration.between(instant, Instant.now()).toHours());
            assertEquals(1, TimeUnit.NANOSECONDS.toHours(System.nanoTime() - nanos));
            assertEquals(1, TimeUnit.MILLISECONDS.toHours(clock.millis() - clockMillis));
            assertEquals(1, Duration.between(local, LocalDateTime.now(clock)).toHours());
            assertEquals(1, TimeUnit.MILLISECONDS.toHours(new Date().getTime() - millis));
        });
    }

    @Passes
    void theClockNeverGoesBack() throws InterruptedException {
        Concurrently.Action look = () -> {
            long before = System.nanoTime();
            for (int i = 0; i < 3; i++) {
                Thread.yield();
                long now = System.nanoTime();
                assertTrue(now > before);
                before = now;
            }
        };
        Concurrently.run(look, look);
    }

    @Passes
    void aLoopThatWaitsForATimeEnds() throws InterruptedException {
        Concurrently.Action wait = () -> {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(5);
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        };
        Concurrently.run(wait, wait);
    }

    @Passes
    void aLoopThatDoesNothingButReadTheClockLetsOthersRun() throws InterruptedException {
        Concurrently.run(
                () -> {
                    long start = System.currentTimeMillis();
                    while (System.currentTimeMillis() < start + 5) {
                        // busy on purpose
                    }
                    done = true;
                },
                () -> {
                    while (!done) {
                        Thread.yield();
                    }
                });
    }

    @Passes
    void sleepersWakeInTheOrderOfTheirTimes() throws InterruptedException {
        long[] woken = new long[2];
        Concurrently.run(
                () -> {
                    Thread.sleep(2_000);
                    woken[0] = System.nanoTime();
                },
                () -> {
                    Thread.sleep(1_000, 500);
                    woken[1] = System.nanoTime();
                });
        assertTrue(woken[0] - woken[1] < TimeUnit.SECONDS.toNanos(3));
    }

    @Fails(value = BugKind.ASSERTION, saying = "the other was not done after an hour")
    void anHourIsNoGuarantee() throws InterruptedException {
        Thread other = Concurrently.start(() -> done = true);
        Thread.sleep(3_600_000);
        assertTrue(done, "the other was not done after an hour");
        other.join();
    }

    @Passes
    void aTimeoutWithSomeoneAtWorkDoesNotExpire() throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(1);
        Thread worker = Concurrently.start(() -> {
            for (int i = 0; i < 20; i++) {
                Thread.yield();
            }
            latch.countDown();
        });
        assertTrue(latch.await(1, TimeUnit.MILLISECONDS));
        worker.join();
    }

    @Passes
    void aTimeoutExpiresBesideThreadsThatOnlyYield() throws InterruptedException {
        Thread worker = Concurrently.start(() -> {
            assertFalse(new CountDownLatch(1).await(1, TimeUnit.SECONDS));
            done = true;
        });
        Concurrently.run(
                () -> {
                    while (!done) {
                        Thread.yield();
                    }
                },
                () -> {
                    while (worker.isAlive()) {
                        synchronized (worker) {
                            Thread.onSpinWait();
                        }
                    }
                });
    }

    @Passes
    void aTimeoutExpiresBesideAThreadThatOnlyLooks() throws InterruptedException {
        Thread worker = Concurrently.start(() -> {
            assertFalse(new CountDownLatch(1).await(1, TimeUnit.SECONDS));
            done = true;
        });
        while (!done) {
            // busy on purpose
        }
        assertTrue(done);
        worker.join();
    }

    @Passes
    void aTimeoutThatIsOverReturnsAtOnce() throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(1);
        Concurrently.run(
                () -> assertFalse(latch.await(0, TimeUnit.SECONDS)),
                () -> assertFalse(latch.await(-1, TimeUnit.SECONDS)),
                () -> Thread.sleep(0));
    }

    @Passes
    void timedJoinOfAnUnitWaits() throws InterruptedException {
        Thread sleeper = Concurrently.start(() -> Thread.sleep(10_000));
        TimeUnit.SECONDS.timedJoin(sleeper, 60);
        assertFalse(sleeper.isAlive());
        synchronized (this) {
            TimeUnit.SECONDS.timedWait(this, 60);
        }
    }
}
