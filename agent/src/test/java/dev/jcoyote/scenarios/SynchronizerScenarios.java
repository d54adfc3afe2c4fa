package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.BugKind;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Semaphore, latch, barrier, phaser and exchanger. */
final class SynchronizerScenarios {
    private final AtomicInteger count = new AtomicInteger();

    @Passes
    void aSemaphoreLimitsHowManyAreInside() throws InterruptedException {
        Semaphore permits = new Semaphore(2, true);
        Concurrently.Action enter = () -> {
            permits.acquire();
            assertTrue(count.incrementAndGet() <= 2);
            count.decrementAndGet();
            permits.release();
        };
        Concurrently.run(enter, enter, enter);
        assertEquals(2, permits.availablePermits());
    }

    @Passes
    void aReleaseOfAnotherThreadLetsGo() throws InterruptedException {
        Semaphore permits = new Semaphore(0);
        Concurrently.run(() -> permits.acquire(2), permits::release, permits::release);
        assertFalse(permits.tryAcquire());
        assertFalse(permits.tryAcquire(1, TimeUnit.HOURS));
    }

    @Fails(value = BugKind.DEADLOCK, saying = "waits for a permit of Semaphore#1 (0 left), held by Thread-")
    void aPermitThatNobodyReleasesIsADeadlock() throws InterruptedException {
        Semaphore permits = new Semaphore(1);
        Concurrently.run(permits::acquire, permits::acquire);
    }

    @Passes
    void aLatchOpensWhenAllHaveCountedDown() throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(2);
        Concurrently.start(() -> {
            count.incrementAndGet();
            latch.countDown();
        });
        Concurrently.start(() -> {
            count.incrementAndGet();
            latch.countDown();
        });
        latch.await();
        assertEquals(2, count.get());
    }

    @Passes
    void aTimedWaitForALatchExpires() throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(2);
        Concurrently.run(latch::countDown, () -> assertFalse(latch.await(1, TimeUnit.DAYS)));
    }

    @Fails(value = BugKind.DEADLOCK, saying = "waits for CountDownLatch#1 to be counted down (1 left)")
    void aLatchThatIsNotCountedDownIsADeadlock() throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(2);
        Concurrently.run(latch::countDown);
        latch.await();
    }

    @Passes
    void aBarrierBringsItsPartiesTogether() throws InterruptedException {
        CyclicBarrier barrier = new CyclicBarrier(2, count::incrementAndGet);
        Concurrently.Action twice = () -> {
            barrier.await();
            assertTrue(count.get() >= 1);
            barrier.await();
            assertEquals(2, count.get());
        };
        Concurrently.run(twice, twice);
    }

    @Passes
    void aTimeoutBreaksABarrier() throws InterruptedException {
        CyclicBarrier barrier = new CyclicBarrier(3);
        Concurrently.run(
                () -> assertThrows(TimeoutException.class, () -> barrier.await(1, TimeUnit.MINUTES)),
                () -> assertThrows(BrokenBarrierException.class, barrier::await));
        assertTrue(barrier.isBroken());
    }

    @Passes
    void aPhaserAdvancesWithItsParties() throws InterruptedException {
        Phaser phaser = new Phaser(2);
        Concurrently.Action phases = () -> {
            count.incrementAndGet();
            assertEquals(1, phaser.arriveAndAwaitAdvance());
            assertEquals(2, count.get());
            phaser.arriveAndDeregister();
        };
        Concurrently.run(phases, phases);
        assertTrue(phaser.isTerminated());
    }

    @Passes
    void partiesRegisterWithAPhaserAndItsParent() throws InterruptedException {
        Phaser root = new Phaser(1);
        Phaser leaf = new Phaser(root, 1);
        Concurrently.run(() -> leaf.arriveAndAwaitAdvance(), () -> {
            root.arrive();
            root.awaitAdvance(0);
        });
        assertEquals(1, root.getPhase());
    }

    @Passes
    void anExchangerSwaps() throws InterruptedException {
        Exchanger<String> exchanger = new Exchanger<>();
        Concurrently.run(
                () -> assertEquals("right", exchanger.exchange("left")),
                () -> assertEquals("left", exchanger.exchange("right")));
        assertThrows(TimeoutException.class, () -> exchanger.exchange("alone", 1, TimeUnit.HOURS));
    }

    @Fails(value = BugKind.DEADLOCK, saying = "waits for another thread at Exchanger#1")
    void anExchangerWithOneParty() throws InterruptedException {
        Exchanger<String> exchanger = new Exchanger<>();
        Concurrently.run(() -> exchanger.exchange("alone"));
    }
}
