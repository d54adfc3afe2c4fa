package dev.jcoyote.scenarios;

import dev.jcoyote.BugKind;
import dev.jcoyote.Choose;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** Threads that run, and do not get on; and those that only look so. */
final class LivelockScenarios {
    private volatile boolean stopped;

    @Limit(steps = 8_000)
    @Fails(value = BugKind.LIVELOCK, saying = "repeats the same operations, without effect, for 4000 scheduling points")
    void aThreadSpinsForWhatNobodyDoes() throws InterruptedException {
        Concurrently.run(() -> {
            while (!stopped) {
                Thread.onSpinWait();
            }
        });
    }

    @Limit(steps = 8_000)
    @Fails(value = BugKind.LIVELOCK, saying = "(main.1), ")
    void twoThreadsWaitForEachOther() throws InterruptedException {
        AtomicInteger turn = new AtomicInteger();
        Concurrently.run(
                () -> {
                    while (!turn.compareAndSet(1, 2)) {
                        Thread.yield();
                    }
                },
                () -> {
                    while (!turn.compareAndSet(2, 1)) {
                        Thread.yield();
                    }
                });
    }

    @Limit(steps = 8_000)
    @Fails(value = BugKind.LIVELOCK, saying = "without effect")
    void aThreadTriesALockThatIsNeverGivenBack() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        Concurrently.run(lock::lock);
        while (!lock.tryLock()) {
            Thread.sleep(1);
        }
    }

    @Limit(steps = 8_000)
    @Fails(value = BugKind.LIVELOCK, saying = "without effect")
    void aTimedAttemptIsRepeatedForEver() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        Concurrently.run(lock::lock);
        while (!lock.tryLock(1, TimeUnit.MILLISECONDS)) {
            Thread.onSpinWait();
        }
    }

    @Limit(steps = 8_000)
    @CutOff
    void aCounterThatGrowsIsNone() throws InterruptedException {
        AtomicInteger rounds = new AtomicInteger();
        Concurrently.run(() -> {
            while (!stopped) {
                rounds.incrementAndGet();
            }
        });
    }

    @Limit(steps = 8_000)
    @CutOff
    void aLoopUntilADeadlineIsNone() throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        long end = System.nanoTime() + TimeUnit.HOURS.toNanos(1);
        Concurrently.run(() -> {
            while (!done.get() && System.nanoTime() < end) {
                Thread.yield();
            }
        });
    }

    @Limit(steps = 8_000)
    @CutOff
    void aLoopThatAChoiceMayEndIsNone() throws InterruptedException {
        Concurrently.run(() -> {
            while (Choose.intBelow(1_000_000) != 17) {
                Thread.yield();
            }
        });
    }

    @Limit(steps = 40_000)
    @Passes
    void aSpinWaitThatEndsIsNone() throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        Concurrently.run(
                () -> {
                    for (int i = 0; i < 40; i += 2) {
                        while (next.get() != i) {
                            Thread.onSpinWait();
                        }
                        next.set(i + 1);
                    }
                },
                () -> {
                    for (int i = 1; i < 40; i += 2) {
                        while (next.get() != i) {
                            Thread.onSpinWait();
                        }
                        next.set(i + 1);
                    }
                });
    }
}
