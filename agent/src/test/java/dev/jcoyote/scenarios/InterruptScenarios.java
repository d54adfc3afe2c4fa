package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.BugKind;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/** Interruption: of what blocks, before it blocks, and of what does not. */
final class InterruptScenarios {
    private static void interruptEnds(Concurrently.Action waiting) throws InterruptedException {
        Thread thread = Concurrently.start(() -> {
            assertThrows(InterruptedException.class, waiting::run);
            assertFalse(Thread.currentThread().isInterrupted(), "the exception clears the flag");
        });
        thread.interrupt();
        thread.join();
    }

    @Passes
    void endsASleep() throws InterruptedException {
        interruptEnds(() -> Thread.sleep(Long.MAX_VALUE / 2));
    }

    @Passes
    void endsALatch() throws InterruptedException {
        interruptEnds(() -> new CountDownLatch(1).await());
    }

    @Passes
    void endsAQueue() throws InterruptedException {
        interruptEnds(() -> new LinkedBlockingQueue<>().take());
    }

    @Passes
    void endsAJoin() throws InterruptedException {
        Thread other = Concurrently.start(LockSupport::park);
        interruptEnds(other::join);
        LockSupport.unpark(other);
        other.join();
    }

    @Passes
    void endsAParkWithoutAnException() throws InterruptedException {
        Thread thread = Concurrently.start(() -> {
            LockSupport.park();
            assertTrue(Thread.interrupted(), "parking leaves the flag as it is");
            assertFalse(Thread.interrupted());
        });
        thread.interrupt();
        thread.join();
    }

    @Passes
    void isSeenByALoopThatAsks() throws InterruptedException {
        Thread thread = Concurrently.start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
        });
        thread.interrupt();
        thread.join();
    }

    @Passes
    void ofOneselfWaitsForTheNextBlockingCall() throws InterruptedException {
        Concurrently.run(() -> {
            Thread.currentThread().interrupt();
            assertThrows(InterruptedException.class, () -> Thread.sleep(10));
            Thread.sleep(10);
        });
    }

    @Fails(value = BugKind.EXCEPTION, saying = "InterruptedException")
    void mayComeBeforeOrAfterAShortSleep() throws InterruptedException {
        Thread thread = Concurrently.start(() -> Thread.sleep(10));
        thread.interrupt();
        thread.join();
    }

    @Fails(value = BugKind.DEADLOCK, saying = "waits for the monitor of")
    void doesNotEndTheWaitForAMonitor() throws InterruptedException {
        Object monitor = new Object();
        CountDownLatch taken = new CountDownLatch(1);
        Thread holder = Concurrently.start(() -> {
            synchronized (monitor) {
                taken.countDown();
                LockSupport.park();
            }
        });
        taken.await();
        Thread waiter = Concurrently.start(() -> {
            synchronized (monitor) {
                LockSupport.unpark(holder);
            }
        });
        waiter.interrupt();
        waiter.join();
    }

    @Passes
    void beforeTheStartIsThereAfterIt() throws InterruptedException {
        Thread thread = Concurrently.thread(() -> {
            assertTrue(Thread.currentThread().isInterrupted(), "the flag was set before the start");
            assertThrows(InterruptedException.class, () -> Thread.sleep(1_000));
            assertFalse(Thread.currentThread().isInterrupted());
        });
        thread.interrupt();
        assertTrue(thread.isInterrupted());
        thread.start();
        thread.join();
    }

    @Passes
    void endsAWait() throws InterruptedException {
        Object monitor = new Object();
        interruptEnds(() -> {
            synchronized (monitor) {
                try {
                    monitor.wait();
                } finally {
                    assertTrue(Thread.holdsLock(monitor), "who is interrupted in a wait has its monitor again");
                }
            }
        });
    }

    /** A thread that wants to know. */
    private static final class Told extends Thread {
        private volatile boolean told;

        Told(Runnable body) {
            super(body);
        }

        @Override
        public void interrupt() {
            told = true;
            super.interrupt();
        }
    }

    @Passes
    void ofAThreadThatOverridesIt() throws InterruptedException {
        Told thread = new Told(LockSupport::park);
        thread.start();
        thread.interrupt();
        thread.join();
        assertTrue(thread.told);
    }
}
