package dev.jcoyote.examples.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.Always;
import dev.jcoyote.Assume;
import dev.jcoyote.Choose;
import dev.jcoyote.Deadlock;
import dev.jcoyote.Eventually;
import dev.jcoyote.InvariantViolation;
import dev.jcoyote.Livelock;
import dev.jcoyote.Liveness;
import dev.jcoyote.LivenessViolation;
import dev.jcoyote.junit.SystematicTest;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Tests that leave values open, demand more than that nothing crashes, or must have a bug. */
public final class Specifications {
    private Specifications() {}

    private static void run(Runnable... bodies) throws InterruptedException {
        Thread[] threads = new Thread[bodies.length];
        for (int i = 0; i < bodies.length; i++) {
            threads[i] = new Thread(bodies[i]);
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Values that are left open. */
    public static class Values {
        @SystematicTest
        void everyCapacityWillDo() throws InterruptedException {
            BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1 + Choose.intBelow(3));
            boolean patient = Choose.bool();
            run(() -> queue.add(1), () -> {
                if (patient || !queue.isEmpty()) {
                    assertEquals(1, queue.remove());
                }
            });
        }

        @SystematicTest
        void onlyDifferentNames() {
            String one = Choose.from("a", "b", "c");
            String other = Choose.from("a", "b", "c");
            Assume.that(!one.equals(other));
            assertTrue(!one.equals(other));
        }

        @SystematicTest
        void nothingIsLeft() {
            Assume.that(Choose.intBelow(3) > 5);
        }
    }

    /** What must be so at all times, or come to be so. */
    public static class Demands {
        @SystematicTest(expect = InvariantViolation.class)
        void theBalanceIsNeverNegative() throws InterruptedException {
            AtomicInteger balance = new AtomicInteger(10);
            Always.holds("the balance is never negative", () -> balance.get() >= 0);
            Runnable withdraw = () -> {
                if (balance.get() >= 6) {
                    balance.addAndGet(-6);
                }
            };
            run(withdraw, withdraw);
        }

        @SystematicTest(expect = LivenessViolation.class)
        void everyRequestIsAnswered() throws InterruptedException {
            AtomicBoolean asked = new AtomicBoolean();
            AtomicBoolean answered = new AtomicBoolean();
            Eventually.holds("answered if asked", () -> !asked.get() || answered.get());
            run(() -> asked.set(true), () -> answered.set(asked.get()));
        }

        @SystematicTest
        void everyTaskIsDone() throws InterruptedException {
            BlockingQueue<String> tasks = new ArrayBlockingQueue<>(1);
            Liveness work = Liveness.monitor("work");
            run(
                    () -> {
                        work.hot("a task was sent");
                        tasks.add("task");
                    },
                    () -> {
                        try {
                            tasks.take();
                            work.cold("it was done");
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    });
        }

        @SystematicTest(expect = Livelock.class, maxSteps = 10_000)
        void twoThreadsThatAreTooPolite() throws InterruptedException {
            AtomicBoolean left = new AtomicBoolean(true);
            AtomicBoolean right = new AtomicBoolean(true);
            run(() -> passUnless(right), () -> passUnless(left));
        }

        private static void passUnless(AtomicBoolean otherWaits) {
            while (otherWaits.get()) {
                Thread.yield();
            }
        }
    }

    /** Tests that must have a bug, and have none, another one, or that one. */
    public static class Expecting {
        private final Object one = new Object();
        private final Object other = new Object();

        @SystematicTest(expect = Deadlock.class)
        void locksInBothOrders() throws InterruptedException {
            run(() -> inside(one, other), () -> inside(other, one));
        }

        @SystematicTest(expect = Deadlock.class)
        void locksInOneOrder() throws InterruptedException {
            run(() -> inside(one, other), () -> inside(one, other));
        }

        @SystematicTest(expect = IllegalStateException.class)
        void anExceptionOfThatType() {
            throw new IllegalStateException("as it should");
        }

        @SystematicTest(expect = RuntimeException.class)
        void anExceptionOfASubtype() {
            throw new IllegalStateException("as it should");
        }

        @SystematicTest(expect = Deadlock.class)
        void anotherBug() {
            throw new IllegalStateException("something else");
        }

        private static void inside(Object first, Object second) {
            synchronized (first) {
                synchronized (second) {
                    Thread.yield();
                }
            }
        }
    }
}
