package dev.jcoyote.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.Bug;
import dev.jcoyote.BugKind;
import dev.jcoyote.Configuration;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.TestBody;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What fibers cannot do as the JVM would is right all the same, and told where it was run again on platform threads. */
class UnfitTest {
    private static final int EXECUTIONS = 50;
    private static final String RUN_AGAIN = "run again on platform threads";

    @BeforeAll
    static void instrument() {
        Installation.ensure();
    }

    private static Report explore(String engine, TestBody body) {
        return SystematicTesting.explore(
                Configuration.defaults().withEngine(engine).withIterations(EXECUTIONS), body);
    }

    private static void passes(Report report) {
        assertThat(report.bugs()).extracting(Bug::report).isEmpty();
        assertThat(report.executions()).isEqualTo(EXECUTIONS);
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void aWaitInAStaticInitialiserIsRight(String engine) {
        Report report = explore(engine, () -> {
            FreshClass fresh = FreshClass.defineAnew();
            CountDownLatch opened = new CountDownLatch(1);
            Concurrently.run(
                    () -> {
                        Object value = fresh.apply(() -> {
                            awaitUninterrupted(opened);
                            return "value";
                        });
                        assertThat(value).isEqualTo("value");
                    },
                    opened::countDown);
        });
        passes(report);
        // The initialiser runs under control, and not inside the JVM's own initialisation.
        assertThat(report.warnings()).isEmpty();
    }

    private static void tellsOfPinnedThreads(Report report, String engine) {
        if (engine.equals("fiber")) {
            assertThat(report.warnings()).anyMatch(line -> line.contains("the others run on top of it"));
        } else {
            assertThat(report.warnings()).noneMatch(line -> line.contains("the others run on top of it"));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void aWaitBelowAStackWalkIsRight(String engine) {
        Report report = explore(engine, () -> {
            CountDownLatch opened = new CountDownLatch(1);
            Concurrently.run(
                    () -> StackWalker.getInstance().forEach(frame -> awaitUninterrupted(opened)), opened::countDown);
        });
        passes(report);
        tellsOfPinnedThreads(report, engine);
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void aWaitBelowAStackWalkInsideAMonitorIsRunAgain(String engine) {
        Report report = explore(engine, () -> {
            CountDownLatch opened = new CountDownLatch(1);
            Object monitor = new Object();
            Object other = new Object();
            Concurrently.Action open = () -> {
                synchronized (other) {
                    Thread.yield();
                    opened.countDown();
                }
            };
            Concurrently.run(
                    () -> {
                        synchronized (monitor) {
                            StackWalker.getInstance().forEach(frame -> awaitUninterrupted(opened));
                        }
                    },
                    open,
                    open);
        });
        passes(report);
        if (engine.equals("fiber")) {
            assertThat(report.warnings()).anyMatch(line -> line.contains(RUN_AGAIN));
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void aWaitInASynchronizedMethodThatKeepsItsModifierIsRight(String engine) {
        Report report = explore(engine, () -> {
            LoadedEarly program = new LoadedEarly();
            Concurrently.run(program::awaitReady, program::makeReady);
        });
        passes(report);
        if (engine.equals("fiber")) {
            assertThat(report.warnings()).anyMatch(line -> line.contains(RUN_AGAIN));
        }
    }

    /** A monitor that a thread outside control enters at any time. */
    private static final class Shared {
        private int value;

        synchronized void increment() {
            int before = value;
            Thread.yield();
            value = before + 1;
        }
    }

    @Test
    @EnabledForJreRange(minVersion = 24)
    void anExecutionWhoseMonitorAThreadOutsideEntersRunsAgain() throws InterruptedException {
        Shared shared = new Shared();
        AtomicBoolean over = new AtomicBoolean();
        AtomicLong entries = new AtomicLong();
        Thread outside = new Thread(() -> {
            while (!over.get()) {
                shared.increment();
                entries.incrementAndGet();
            }
        });
        outside.start();
        try {
            // Each execution goes on until the thread outside has been in the monitor, however busy the machine is.
            Configuration patient = Configuration.defaults()
                    .withEngine("fiber")
                    .withIterations(3)
                    .withMaxSteps(Integer.MAX_VALUE);
            Report report = SystematicTesting.explore(
                    patient,
                    () -> Concurrently.run(
                            () -> {
                                long before = entries.get();
                                while (entries.get() < before + 2) {
                                    Thread.onSpinWait();
                                }
                            },
                            shared::increment));
            assertThat(report.bugs()).extracting(Bug::report).isEmpty();
            assertThat(report.warnings()).anyMatch(line -> line.contains(RUN_AGAIN));
        } finally {
            over.set(true);
            outside.join();
        }
    }

    @Test
    @EnabledForJreRange(minVersion = 24)
    void referencesThatTheJvmEnqueuesDisturbNoExecution() {
        Report report = explore("fiber", () -> {
            StressFrames.classes(1);
            System.gc();
            StressFrames.classes(1);
        });
        passes(report);
        assertThat(report.warnings()).noneMatch(line -> line.contains(RUN_AGAIN));
    }

    @Test
    @EnabledForJreRange(minVersion = 24)
    void bothEnginesTellOfADeadlockInTheSameWords() {
        Bug[] bugs = Installation.engines()
                .map(engine -> SystematicTesting.explore(
                        Configuration.defaults().withEngine(engine), () -> new DeadlockScenarios().aMonitorAndALock()))
                .map(report -> report.bugs().get(0))
                .toArray(Bug[]::new);
        assertThat(bugs).hasSize(2);
        assertThat(bugs[0].kind()).isEqualTo(BugKind.DEADLOCK);
        assertThat(bugs[0].message()).isEqualTo(bugs[1].message());
        assertThat(bugs[0].report()).isEqualTo(bugs[1].report());
    }
}
