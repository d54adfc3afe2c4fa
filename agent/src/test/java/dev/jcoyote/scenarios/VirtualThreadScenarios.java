package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.BugKind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Virtual threads. */
@SinceJdk(21)
final class VirtualThreadScenarios {
    private final AtomicInteger count = new AtomicInteger();
    private boolean ready;

    @Passes
    void aVirtualThreadRunsUnderControl() throws InterruptedException {
        Thread thread = VirtualThreads.start(() -> {
            count.incrementAndGet();
            try {
                Thread.sleep(3_600_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            count.incrementAndGet();
        });
        thread.join();
        assertEquals(2, count.get());
        assertTrue(VirtualThreads.isVirtual(thread));
    }

    @Passes
    void aBuilderMakesThem() throws InterruptedException {
        Thread unstarted = VirtualThreads.unstarted(count::incrementAndGet);
        assertEquals(Thread.State.NEW, unstarted.getState());
        unstarted.start();
        unstarted.join();
        assertEquals(Thread.State.TERMINATED, unstarted.getState());
        Thread made = VirtualThreads.factory().newThread(count::incrementAndGet);
        made.start();
        made.join();
        assertEquals(2, count.get());
    }

    @Passes
    void theyAreDaemonsInAGroupOfTheirOwn() throws InterruptedException {
        Thread thread = VirtualThreads.start(() -> {
            Thread me = Thread.currentThread();
            assertTrue(VirtualThreads.isVirtual(me));
            assertTrue(me.isDaemon());
            assertEquals("", me.getName());
            assertEquals("VirtualThreads", me.getThreadGroup().getName());
            me.setPriority(Thread.MAX_PRIORITY);
            assertEquals(Thread.NORM_PRIORITY, me.getPriority());
            assertThrows(IllegalArgumentException.class, () -> me.setDaemon(false));
        });
        thread.join();
        assertFalse(VirtualThreads.isVirtual(Thread.currentThread()));
    }

    @Passes
    void aBuilderNumbersNames() throws InterruptedException {
        Object builder = VirtualThreads.with(VirtualThreads.builder(), "name", "worker-", 7L);
        Runnable task = count::incrementAndGet;
        Thread first = (Thread) VirtualThreads.with(builder, "start", task);
        Thread second = (Thread) VirtualThreads.with(builder, "start", task);
        first.join();
        second.join();
        assertEquals("worker-7", first.getName());
        assertEquals("worker-8", second.getName());
    }

    @Passes
    void buildersMakePlatformThreadsToo() throws InterruptedException {
        Object builder = VirtualThreads.platform("daemon", true);
        Thread thread = VirtualThreads.start(builder, () -> {
            assertFalse(VirtualThreads.isVirtual(Thread.currentThread()));
            count.incrementAndGet();
        });
        assertTrue(thread.isDaemon());
        thread.join();
        assertEquals(1, count.get());
    }

    @Passes
    void theyHaveThreadLocals() throws InterruptedException {
        ThreadLocal<Integer> own = ThreadLocal.withInitial(count::incrementAndGet);
        InheritableThreadLocal<String> inherited = new InheritableThreadLocal<>();
        inherited.set("parent");
        Thread heir = VirtualThreads.start(() -> {
            assertEquals("parent", inherited.get());
            own.get();
        });
        Object builder = VirtualThreads.with(VirtualThreads.builder(), "inheritInheritableThreadLocals", false);
        Runnable other = () -> {
            assertEquals(null, inherited.get());
            own.get();
        };
        Thread stranger = (Thread) VirtualThreads.with(builder, "start", other);
        heir.join();
        stranger.join();
        assertEquals(2, count.get());
    }

    @Passes
    void anInterruptEndsWhatTheyWaitIn() throws InterruptedException {
        Thread thread = VirtualThreads.start(() -> {
            assertThrows(InterruptedException.class, () -> new CountDownLatch(1).await());
            assertFalse(Thread.currentThread().isInterrupted());
            count.incrementAndGet();
        });
        thread.interrupt();
        thread.join();
        assertEquals(1, count.get());
    }

    @Passes
    void theyWaitOnMonitorsAndAreNotified() throws InterruptedException {
        Thread waiter = VirtualThreads.start(() -> {
            synchronized (this) {
                while (!ready) {
                    try {
                        wait();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                }
                count.incrementAndGet();
            }
        });
        synchronized (this) {
            ready = true;
            notifyAll();
        }
        waiter.join();
        assertEquals(1, count.get());
    }

    @Passes
    void theirParksExpireAndTakePermits() throws InterruptedException {
        Thread thread = VirtualThreads.start(() -> {
            LockSupport.park(this);
            count.incrementAndGet();
            LockSupport.parkNanos(this, TimeUnit.HOURS.toNanos(1));
            count.incrementAndGet();
        });
        LockSupport.unpark(thread);
        thread.join(TimeUnit.HOURS.toMillis(2));
        assertFalse(thread.isAlive());
        assertEquals(2, count.get());
    }

    @Passes
    void aHandlerTakesTheirExceptions() throws InterruptedException {
        List<Throwable> caught = new ArrayList<>();
        Thread.UncaughtExceptionHandler handler = (thread, error) -> caught.add(error);
        Object builder = VirtualThreads.with(VirtualThreads.builder(), "uncaughtExceptionHandler", handler);
        IllegalStateException thrown = new IllegalStateException("thrown");
        Runnable task = () -> {
            throw thrown;
        };
        ((Thread) VirtualThreads.with(builder, "start", task)).join();
        assertEquals(1, caught.size());
        assertSame(thrown, caught.get(0));
    }

    @Fails(value = BugKind.EXCEPTION, saying = "of a virtual thread")
    void withoutAHandlerTheyAreBugs() throws InterruptedException {
        VirtualThreads.start(() -> {
                    throw new IllegalStateException("of a virtual thread");
                })
                .join();
    }

    @Passes
    void anExecutorHasOneForEachTask() throws Exception {
        ExecutorService executor = VirtualThreads.executor();
        Future<Integer> slow = executor.submit(() -> {
            Thread.sleep(1_000);
            return 7;
        });
        Future<Integer> fast = executor.submit(count::incrementAndGet);
        assertEquals(8, slow.get() + fast.get());
        executor.shutdown();
        assertTrue(executor.awaitTermination(9, TimeUnit.SECONDS));
    }

    @Passes
    void closingAnExecutorWaitsForItsTasks() {
        ExecutorService executor = VirtualThreads.executor();
        for (int i = 0; i < 3; i++) {
            executor.execute(count::incrementAndGet);
        }
        VirtualThreads.close(executor);
        assertTrue(executor.isTerminated());
        assertEquals(3, count.get());
    }

    @Passes
    void cancelledTasksAreInterrupted() throws InterruptedException {
        ExecutorService executor = VirtualThreads.executor();
        CountDownLatch begun = new CountDownLatch(2);
        Runnable waiting = () -> {
            begun.countDown();
            assertThrows(InterruptedException.class, () -> new CountDownLatch(1).await());
            count.incrementAndGet();
        };
        Future<?> cancelled = executor.submit(waiting);
        executor.execute(waiting);
        begun.await();
        assertTrue(cancelled.cancel(true));
        executor.shutdownNow();
        assertTrue(executor.awaitTermination(1, TimeUnit.HOURS));
        assertEquals(2, count.get());
    }

    @Fails(value = BugKind.ASSERTION, saying = "expected: <2> but was: <1>")
    void virtualThreadsRace() throws InterruptedException {
        Runnable increment = () -> count.set(count.get() + 1);
        Thread first = VirtualThreads.start(increment);
        Thread second = VirtualThreads.start(increment);
        first.join();
        second.join();
        assertEquals(2, count.get());
    }

    @Fails(value = BugKind.DEADLOCK, saying = "main.1 holds ReentrantLock#")
    void virtualThreadsDeadlock() throws InterruptedException {
        ReentrantLock one = new ReentrantLock();
        ReentrantLock two = new ReentrantLock();
        Thread first = VirtualThreads.start(() -> {
            one.lock();
            two.lock();
            two.unlock();
            one.unlock();
        });
        Thread second = VirtualThreads.start(() -> {
            two.lock();
            one.lock();
            one.unlock();
            two.unlock();
        });
        first.join();
        second.join();
    }
}
