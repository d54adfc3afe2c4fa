package dev.jcoyote.examples.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jcoyote.bridge.Control;
import dev.jcoyote.junit.SystematicTest;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Test classes for the tests of the extension. */
public final class Samples {
    /** Where the schedule of another test is. */
    public static final String FOREIGN_SCHEDULE = "target/foreign/foreign.schedule";

    private Samples() {}

    /** Two threads take two locks in opposite orders. */
    public static class Deadlock {
        private final Object left = new Object();
        private final Object right = new Object();

        @SystematicTest
        void locksInOppositeOrders() throws InterruptedException {
            Thread other = new Thread(() -> lock(right, left));
            other.start();
            lock(left, right);
            other.join();
        }

        private static void lock(Object first, Object second) {
            synchronized (first) {
                synchronized (second) {
                    Thread.onSpinWait();
                }
            }
        }
    }

    /** No interleaving fails. */
    public static class Correct {
        private final AtomicInteger counter = new AtomicInteger();

        @SystematicTest(iterations = 50)
        void increments() throws InterruptedException {
            Thread other = new Thread(counter::incrementAndGet);
            other.start();
            counter.incrementAndGet();
            other.join();
            assertEquals(2, counter.get());
        }
    }

    /** A systematic test and an ordinary one. */
    public static class Mixed {
        @SystematicTest(iterations = 5)
        void systematic() {
            if (!Control.isControlled()) {
                fail("not under control");
            }
        }

        @Test
        void ordinary() {
            if (Control.isControlled()) {
                fail("under control");
            }
        }
    }

    /** Some of its executions, or all, fail an assumption. */
    public static class Assumptions {
        private volatile boolean written;

        @SystematicTest(iterations = 50)
        void sometimes() throws InterruptedException {
            Thread other = new Thread(() -> written = true);
            other.start();
            assumeTrue(written, "not yet written");
            other.join();
        }

        @SystematicTest(iterations = 5)
        void never() {
            assumeTrue(false, "never true");
        }
    }

    /** Takes more steps than it may. */
    public static class Endless {
        @SystematicTest(iterations = 2, maxSteps = 50)
        void goesOn() {
            while (true) {
                Thread.yield();
            }
        }

        @SystematicTest(iterations = 2, maxSteps = 50, failOnMaxSteps = true)
        void mustEnd() {
            while (true) {
                Thread.yield();
            }
        }

        @SystematicTest(iterations = Integer.MAX_VALUE, timeout = 1)
        void untilTheTimeout() {
            LockSupport.unpark(Thread.currentThread());
        }
    }

    /** Has parameters. */
    public static class WithParameters {
        private final String method;

        WithParameters(TestInfo info) {
            method = info.getTestMethod().orElseThrow().getName();
        }

        @SystematicTest(iterations = 3)
        void takesWhatJUnitResolves(TestInfo info) {
            assertEquals(method, info.getTestMethod().orElseThrow().getName());
        }
    }

    /** Methods and settings that cannot be. */
    public static class WrongUse {
        @SystematicTest(strategy = "randon")
        void unknownStrategy() {}

        @SystematicTest(engine = "fibre")
        void unknownEngine() {}

        @SystematicTest(iterations = -1)
        void negativeIterations() {}

        @SystematicTest(timeout = -1)
        void negativeTimeout() {}

        @SystematicTest(replay = "no/such.schedule")
        void missingReplay() {}

        @SystematicTest(replay = FOREIGN_SCHEDULE)
        void foreignReplay() {}

        @SystematicTest(corpus = "no/such/folder")
        void missingCorpus() {}

        @SystematicTest
        private void isPrivate() {}

        @SystematicTest
        static void isStatic() {}

        @SystematicTest
        int returnsSomething() {
            return 1;
        }
    }
}
