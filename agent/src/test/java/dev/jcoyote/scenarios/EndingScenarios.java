package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.BugKind;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** How executions end, and what they leave. */
final class EndingScenarios {
    private final AtomicInteger count = new AtomicInteger();

    @Passes
    void theBodyReturnsBeforeItsThreads() {
        Concurrently.start(count::incrementAndGet);
        Concurrently.start(count::incrementAndGet);
    }

    @Fails(value = BugKind.ASSERTION, saying = "late")
    void aThreadFailsAfterTheBodyHasReturned() {
        Concurrently.start(() -> {
            Thread.sleep(1_000);
            throw new AssertionError("late");
        });
    }

    @Passes
    void aDaemonThatTicksForEverIsLeftAlone() throws InterruptedException {
        CountDownLatch ticked = new CountDownLatch(2);
        Concurrently.startDaemon(() -> {
            while (true) {
                Thread.sleep(1_000);
                ticked.countDown();
            }
        });
        ticked.await();
    }

    @Passes
    void aThreadThatTicksForEverIsLeftAlone() throws InterruptedException {
        CountDownLatch ticked = new CountDownLatch(2);
        Concurrently.start(() -> {
            while (true) {
                Thread.sleep(1_000);
                ticked.countDown();
            }
        });
        ticked.await();
    }

    @Passes
    void aDaemonThatSpinsForEverIsLeftAlone() {
        Concurrently.startDaemon(() -> {
            while (true) {
                Thread.onSpinWait();
            }
        });
        count.incrementAndGet();
    }

    @Passes
    void aPoolIsLeftBehind() {
        ExecutorService executor = Executors.newFixedThreadPool(2);
        executor.execute(count::incrementAndGet);
        executor.execute(count::incrementAndGet);
    }

    @Passes
    @Warns("Left behind")
    void aThreadThatSwallowsEverythingIsLeftBehind() {
        Concurrently.start(() -> {
            Semaphore never = new Semaphore(0);
            while (true) {
                try {
                    never.acquire();
                } catch (Throwable swallowed) {
                    count.incrementAndGet();
                }
            }
        });
    }

    @Passes
    void finallyBlocksRunAtTheEnd() {
        ReentrantLock lock = new ReentrantLock();
        Concurrently.start(() -> {
            lock.lock();
            try {
                synchronized (this) {
                    LockSupport.park();
                }
            } finally {
                lock.unlock();
            }
        });
    }

    @Passes
    void whatIsCaughtByTypeUnwinds() {
        Concurrently.start(() -> {
            try {
                new Semaphore(0).acquire();
            } catch (InterruptedException | RuntimeException e) {
                count.incrementAndGet();
            }
        });
    }

    @Passes
    void anExitWithSuccessEndsTheExecution() throws InterruptedException {
        Concurrently.run(() -> System.exit(0), () -> new Semaphore(0).acquire());
        throw new AssertionError("went on after the exit");
    }

    @Fails(value = BugKind.EXCEPTION, saying = "System.exit(3)")
    void anExitWithFailureIsABug() throws InterruptedException {
        Concurrently.run(() -> System.exit(3));
    }

    @Fails(value = BugKind.EXCEPTION, saying = "exit(4)")
    void theRuntimesExitIsABugToo() throws InterruptedException {
        Concurrently.run(() -> Runtime.getRuntime().exit(4));
    }

    @CutOff
    @Limit(steps = 300, isBug = false)
    @Warns("cut off after 300 scheduling points")
    void aBodyWithoutAnEndIsCutOff() {
        while (count.get() >= 0) {
            count.incrementAndGet();
        }
    }

    @Fails(value = BugKind.MAX_STEPS, saying = "did not end within 300 scheduling points")
    @Limit(steps = 300, isBug = true)
    void twoWhoGiveWayForEver() throws InterruptedException {
        AtomicInteger turn = new AtomicInteger();
        Concurrently.run(
                () -> {
                    while (turn.get() != 2) {
                        turn.set(0);
                    }
                },
                () -> {
                    while (turn.get() != 2) {
                        turn.set(1);
                    }
                });
    }

    @Fails(value = BugKind.EXCEPTION, saying = "StackOverflowError")
    void aStackOverflowIsABug() throws InterruptedException {
        Concurrently.run(() -> deeper(1));
    }

    private int deeper(int depth) {
        return depth == 0 ? 0 : deeper(depth + 1) + depth;
    }

    @Passes
    void manyThreads() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(20);
        for (int i = 0; i < 20; i++) {
            Concurrently.start(done::countDown);
        }
        done.await();
        assertTrue(done.getCount() == 0);
    }
}
