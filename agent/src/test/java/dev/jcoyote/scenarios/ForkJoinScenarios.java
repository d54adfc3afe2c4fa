package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CountedCompleter;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code ForkJoinPool} and its tasks. */
final class ForkJoinScenarios {
    private final AtomicInteger count = new AtomicInteger();

    /** A Fibonacci number, the slow way. */
    private static final class Fibonacci extends RecursiveTask<Integer> {
        private static final long serialVersionUID = 1L;
        private final int index;

        Fibonacci(int index) {
            this.index = index;
        }

        @Override
        protected Integer compute() {
            if (index < 2) {
                return index;
            }
            Fibonacci before = new Fibonacci(index - 1);
            before.fork();
            return new Fibonacci(index - 2).compute() + before.join();
        }
    }

    @Passes
    void aPoolOfItsOwnComputes() throws InterruptedException {
        ForkJoinPool pool = new ForkJoinPool(2);
        assertEquals(8, pool.invoke(new Fibonacci(6)));
        pool.shutdown();
        assertTrue(pool.awaitTermination(1, TimeUnit.HOURS));
    }

    @Passes
    void theCommonPoolComputes() {
        assertEquals(5, ForkJoinPool.commonPool().invoke(new Fibonacci(5)));
        assertEquals(5, new Fibonacci(5).invoke());
    }

    @Passes
    void theCommonPoolIsNeverShutDown() throws InterruptedException {
        ForkJoinPool pool = ForkJoinPool.commonPool();
        pool.shutdown();
        pool.shutdownNow();
        assertFalse(pool.isShutdown());
        assertFalse(pool.awaitTermination(1, TimeUnit.HOURS));
        assertEquals(5, pool.invoke(new Fibonacci(5)));
        assertSame(pool, ForkJoinPool.commonPool());
    }

    @Passes
    void theCommonPoolsWorkersForgetTheirThreadLocals() throws InterruptedException {
        ThreadLocal<Integer> local = ThreadLocal.withInitial(count::incrementAndGet);
        for (int i = 1; i <= 3; i++) {
            CountDownLatch done = new CountDownLatch(1);
            ForkJoinPool.commonPool().execute(() -> {
                local.get();
                done.countDown();
            });
            done.await();
            assertTrue(ForkJoinPool.commonPool().awaitQuiescence(1, TimeUnit.HOURS));
            assertEquals(i, count.get());
        }
    }

    @Passes
    void aTaskForkedOutsideAPoolRunsInTheCommonPool() {
        ForkJoinTask<Integer> task = new Fibonacci(4).fork();
        assertEquals(3, task.join());
    }

    @Passes
    void invokeAllWaitsForAll() {
        RecursiveAction both = new RecursiveAction() {
            private static final long serialVersionUID = 1L;

            @Override
            protected void compute() {
                invokeAll(
                        ForkJoinTask.adapt(() -> count.addAndGet(1)),
                        ForkJoinTask.adapt(() -> count.addAndGet(2)),
                        ForkJoinTask.adapt(() -> count.addAndGet(3)));
            }
        };
        ForkJoinPool.commonPool().invoke(both);
        assertEquals(6, count.get());
    }

    @Passes
    void submittedTasksRunOnce() throws Exception {
        ForkJoinPool pool = new ForkJoinPool(2);
        ForkJoinTask<Integer> first = pool.submit(() -> count.incrementAndGet());
        ForkJoinTask<Integer> second = pool.submit(() -> count.incrementAndGet());
        assertEquals(3, first.get() + second.get());
        pool.shutdownNow();
    }

    @Passes
    void aBlockedWorkerIsReplaced() throws Exception {
        ForkJoinPool pool = new ForkJoinPool(1);
        CountDownLatch latch = new CountDownLatch(1);
        ForkJoinTask<?> blocked = pool.submit(() -> {
            ForkJoinPool.managedBlock(new ForkJoinPool.ManagedBlocker() {
                @Override
                public boolean block() throws InterruptedException {
                    latch.await();
                    return true;
                }

                @Override
                public boolean isReleasable() {
                    return latch.getCount() == 0;
                }
            });
            return null;
        });
        pool.submit(latch::countDown).get();
        blocked.get();
        pool.shutdown();
    }

    /** Counts to a number by halves. */
    private final class Counting extends CountedCompleter<Void> {
        private static final long serialVersionUID = 1L;
        private final int number;

        Counting(CountedCompleter<?> parent, int number) {
            super(parent);
            this.number = number;
        }

        @Override
        public void compute() {
            if (number == 1) {
                count.incrementAndGet();
            } else {
                setPendingCount(2);
                new Counting(this, number / 2).fork();
                new Counting(this, number - number / 2).fork();
            }
            tryComplete();
        }
    }

    @Passes
    void completersCompleteTheirParents() {
        new Counting(null, 5).invoke();
        assertEquals(5, count.get());
    }
}
