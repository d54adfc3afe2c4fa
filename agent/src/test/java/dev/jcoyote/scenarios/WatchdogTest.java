package dev.jcoyote.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.Bug;
import dev.jcoyote.BugKind;
import dev.jcoyote.Configuration;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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

    @Test
    void aLoopWithoutASchedulingPointIsATimeoutThatNamesItsLine() {
        released = false;
        Report report = SystematicTesting.explore(QUICK, () -> Concurrently.run(WatchdogTest::spin));

        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        Bug bug = report.bugs().get(0);
        assertThat(bug.kind()).isEqualTo(BugKind.TIMEOUT);
        assertThat(bug.message()).contains("no progress").contains("main.1");
        assertThat(bug.report())
                .contains("runs without a scheduling point, in JVM state RUNNABLE")
                .contains("WatchdogTest.spin(WatchdogTest.java:")
                .contains("main waits for the end of")
                .contains("is outside control, in JVM state");
        assertThat(report.executions()).isEqualTo(1);
    }

    @Test
    void aLoopThatDoesNotRepeatWhenReplayedIsNoBugButMakesTheResultIncomplete() {
        runs = 0;
        released = false;
        Report report = SystematicTesting.explore(
                QUICK,
                () -> Concurrently.run(() -> {
                    if (runs++ == 0) {
                        spin();
                    }
                }));

        assertThat(report.bugs()).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(report.warnings()).anyMatch(line -> line.contains("made no progress"));
    }

    @Test
    void theNextExplorationIsNotDisturbed() {
        released = false;
        SystematicTesting.explore(QUICK, () -> Concurrently.run(WatchdogTest::spin));
        Report next = SystematicTesting.explore(
                Configuration.defaults().withIterations(50),
                () -> Concurrently.run(() -> Thread.sleep(1_000), () -> Thread.sleep(2_000)));

        assertThat(next.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(next.executions()).isEqualTo(50);
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
