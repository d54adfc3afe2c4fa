package dev.jcoyote.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.Bug;
import dev.jcoyote.BugKind;
import dev.jcoyote.Configuration;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.Verdict;
import dev.jcoyote.control.Body;
import dev.jcoyote.control.Execution;
import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.scheduler.Ending;
import dev.jcoyote.strategy.Strategies;
import dev.jcoyote.strategy.Strategy;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A test that makes no progress ends with a report, whatever it does. */
class WatchdogTest {
    private static final Configuration QUICK =
            Configuration.defaults().withWatchdog(Duration.ofMillis(1_500)).withIterations(3);

    /** Read without a scheduling point: what spins on it is invisible to the scheduler. */
    private static boolean released;

    private static int runs;

    @BeforeAll
    static void instrument() {
        Installation.ensure();
    }

    @AfterEach
    void release() {
        released = true;
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void loadingClassesIsProgress(String engine) {
        ThreadMXBean real = ManagementFactory.getThreadMXBean();
        real.getCurrentThreadCpuTime();
        Report report = SystematicTesting.explore(QUICK.withEngine(engine).withIterations(1), () -> {
            for (int i = 0; i < 10; i++) {
                long end = real.getCurrentThreadCpuTime() + 200_000_000;
                while (real.getCurrentThreadCpuTime() < end) {
                    runs++;
                }
                new LoaderOfOne(ReadOften.class).loadClass(ReadOften.class.getName());
            }
        });
        assertThat(report.bugs()).isEmpty();
        assertThat(report.warnings()).noneMatch(line -> line.contains("made no progress"));
    }

    /** Defined anew by each loader. */
    private static final class ReadOften {}

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void aLoopWithoutASchedulingPointIsATimeoutThatNamesItsLine(String engine) {
        released = false;
        Report report = SystematicTesting.explore(QUICK.withEngine(engine), () -> Concurrently.run(WatchdogTest::spin));

        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        Bug bug = report.bugs().get(0);
        assertThat(bug.kind()).isEqualTo(BugKind.TIMEOUT);
        assertThat(bug.message()).contains("no progress").contains("main.1");
        assertThat(bug.report())
                .contains("runs without a scheduling point, in JVM state RUNNABLE")
                .contains("Where it makes no progress")
                .contains("    spin (WatchdogTest.java:")
                .contains("WatchdogTest.spin(WatchdogTest.java:")
                .contains("main waits for the end of")
                .contains("is outside control, in JVM state");
        assertThat(report.executions()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void aLoopThatDoesNotRepeatWhenReplayedIsNoBugButMakesTheResultIncomplete(String engine) {
        runs = 0;
        released = false;
        Report report = SystematicTesting.explore(
                QUICK.withEngine(engine),
                () -> Concurrently.run(() -> {
                    if (runs++ == 0) {
                        spin();
                    }
                }));

        assertThat(report.bugs()).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(report.warnings()).anyMatch(line -> line.contains("made no progress"));
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void theNextExplorationIsNotDisturbed(String engine) {
        released = false;
        SystematicTesting.explore(QUICK.withEngine(engine), () -> Concurrently.run(WatchdogTest::spin));
        Report next = SystematicTesting.explore(
                Configuration.defaults().withEngine(engine).withIterations(50),
                () -> Concurrently.run(() -> Thread.sleep(1_000), () -> Thread.sleep(2_000)));

        assertThat(next.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(next.executions()).isEqualTo(50);
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void aThreadThatWaitsInTheOperatingSystemIsATimeout(String engine) throws IOException {
        Queue<ServerSocket> servers = new ConcurrentLinkedQueue<>();
        try {
            Report report = SystematicTesting.explore(
                    QUICK.withEngine(engine),
                    () -> Concurrently.run(() -> {
                        ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                        servers.add(server);
                        acceptUntilClosed(server);
                    }));

            assertThat(report.bugs()).singleElement().satisfies(bug -> {
                assertThat(bug.kind()).isEqualTo(BugKind.TIMEOUT);
                assertThat(bug.report()).contains("acceptUntilClosed");
            });
        } finally {
            for (ServerSocket server : servers) {
                server.close();
            }
        }
    }

    private static void acceptUntilClosed(ServerSocket server) {
        try {
            server.accept().close();
        } catch (IOException e) {
            assertThat(server.isClosed()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void anExplorationGoesOnWithAnotherCarrierWhenOneIsStuck(String engine) throws Exception {
        AtomicInteger executions = new AtomicInteger();
        Strategy strategy = Strategies.create("random", 3, "");
        List<Ending> endings = new ArrayList<>();
        released = false;
        try (ExecutionRunner runner = new ExecutionRunner(engine, WatchdogTest.class.getClassLoader())) {
            Body body = () -> {
                int number = executions.incrementAndGet();
                Concurrently.run(() -> Thread.sleep(1_000), () -> {
                    if (number == 2) {
                        spin();
                    }
                });
            };
            for (int i = 1; i <= 5; i++) {
                endings.add(runner.run(new Execution(body, strategy, i, i, 1_000, Duration.ofSeconds(1)))
                        .ending());
            }
        }
        assertThat(endings)
                .containsExactly(
                        Ending.COMPLETED, Ending.TIMEOUT, Ending.COMPLETED, Ending.COMPLETED, Ending.COMPLETED);
    }

    private static void spin() {
        int processors = 1;
        while (!released) {
            // The JIT must read the field again after a native call.
            processors = Math.max(processors, Runtime.getRuntime().availableProcessors());
        }
        assertThat(processors).isPositive();
    }
}
