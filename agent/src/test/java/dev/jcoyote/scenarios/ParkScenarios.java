package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.BugKind;
import java.util.concurrent.locks.LockSupport;

/** {@code LockSupport}: park, unpark and the permit between them. */
final class ParkScenarios {
    private volatile boolean done;

    @Passes
    void anUnparkEndsAParkWhicheverComesFirst() throws InterruptedException {
        Thread parked = Concurrently.start(LockSupport::park);
        LockSupport.unpark(parked);
        parked.join();
    }

    @Passes
    void aPermitBeforeTheParkIsKept() throws InterruptedException {
        Concurrently.run(() -> {
            LockSupport.unpark(Thread.currentThread());
            LockSupport.unpark(Thread.currentThread());
            LockSupport.park(this);
        });
    }

    @Fails(value = BugKind.DEADLOCK, saying = "is parked")
    void permitsDoNotAddUp() throws InterruptedException {
        Concurrently.run(() -> {
            LockSupport.unpark(Thread.currentThread());
            LockSupport.unpark(Thread.currentThread());
            LockSupport.park();
            LockSupport.park();
        });
    }

    @Fails(value = BugKind.DEADLOCK, saying = "is parked")
    void aThreadThatIsNotStartedTakesNoPermit() throws InterruptedException {
        Thread parked = Concurrently.thread(LockSupport::park);
        LockSupport.unpark(parked);
        parked.start();
        parked.join();
    }

    @Passes
    void aTimedParkExpires() throws InterruptedException {
        Concurrently.run(() -> {
            long start = System.nanoTime();
            LockSupport.parkNanos(3_600_000_000_000L);
            assertTrue(System.nanoTime() - start >= 3_600_000_000_000L);
            long now = System.currentTimeMillis();
            LockSupport.parkUntil(now + 1_000);
            assertTrue(System.currentTimeMillis() >= now + 1_000);
            LockSupport.parkNanos(this, 1_000);
            LockSupport.parkUntil(this, now);
        });
    }

    @Passes
    void aLoopAroundAParkWaitsForItsCondition() throws InterruptedException {
        Thread parked = Concurrently.start(() -> {
            while (!done) {
                LockSupport.park(this);
            }
        });
        done = true;
        LockSupport.unpark(parked);
        parked.join();
    }

    @Fails(value = BugKind.DEADLOCK, saying = "is parked")
    void anUnparkBeforeTheConditionIsLost() throws InterruptedException {
        Thread parked = Concurrently.start(() -> {
            while (!done) {
                LockSupport.park(this);
            }
        });
        LockSupport.unpark(parked);
        done = true;
        parked.join();
    }

    @Fails(value = BugKind.DEADLOCK, saying = "is parked, waiting for StringBuilder#2")
    void twoBlockersDoNotShareAName() throws InterruptedException {
        Concurrently.run(
                () -> LockSupport.park(new StringBuilder("first")),
                () -> LockSupport.park(new StringBuilder("second")));
    }

    @Passes
    void theBlockerIsVisible() throws InterruptedException {
        Thread parked = Concurrently.start(() -> LockSupport.park(this));
        while (parked.getState() != Thread.State.WAITING) {
            Thread.yield();
        }
        assertSame(this, LockSupport.getBlocker(parked));
        LockSupport.unpark(parked);
        parked.join();
    }
}
