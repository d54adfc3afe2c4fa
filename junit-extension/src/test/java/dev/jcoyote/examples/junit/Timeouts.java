package dev.jcoyote.examples.junit;

import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.jcoyote.junit.SystematicTest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** Test classes with limits of time. */
public final class Timeouts {
    private Timeouts() {}

    /** The whole exploration takes longer than one of its executions may. */
    @Timeout(1)
    public static class OfEachExecution {
        @SystematicTest(iterations = Integer.MAX_VALUE, timeout = 2)
        void manyShortOnes() throws InterruptedException {
            Thread.sleep(900);
        }

        @SystematicTest
        void oneThatIsTooLong() throws InterruptedException {
            Thread.sleep(1_500);
        }

        @SystematicTest
        @Timeout(value = 2, unit = TimeUnit.MINUTES)
        void withALimitOfItsOwn() throws InterruptedException {
            Thread.sleep(100_000);
        }

        @SystematicTest(iterations = 20)
        @Timeout(value = 1, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void inAThreadOfItsOwn() throws InterruptedException {
            Thread.sleep(900);
        }

        @SystematicTest
        void deadlockedWithinIt() throws InterruptedException {
            new CountDownLatch(1).await();
        }
    }

    /** What comes before takes too long. */
    public static class OfLifecycle {
        @BeforeEach
        @Timeout(1)
        void prepare() throws InterruptedException {
            Thread.sleep(5_000);
        }

        @SystematicTest
        void test() {}
    }

    /** JUnit's own assertions of time. */
    public static class Asserted {
        @SystematicTest(iterations = 20)
        void inTime() {
            assertTimeoutPreemptively(Duration.ofSeconds(1), () -> Thread.sleep(500));
        }

        @SystematicTest(iterations = 20)
        void tooLate() {
            assertTimeoutPreemptively(Duration.ofSeconds(1), () -> Thread.sleep(5_000));
        }

        @SystematicTest(iterations = 20)
        void tooLateWithoutPreemption() {
            assertTimeout(Duration.ofSeconds(1), () -> Thread.sleep(5_000));
        }
    }
}
