package dev.jcoyote.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.Configuration;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An exploration ends before the threads that its executions leave behind exhaust the machine. */
class LeftBehindTest {
    private static final int EXECUTIONS = 20;
    private static final int THREADS = 50;

    @BeforeAll
    static void instrument() {
        Installation.ensure();
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void tooManyThreadsLeftBehindStopTheExploration(String engine) {
        Semaphore over = new Semaphore(0);
        try {
            Report report = SystematicTesting.explore(
                    Configuration.defaults().withEngine(engine).withIterations(EXECUTIONS), () -> startThreads(over));
            assertThat(report.bugs()).isEmpty();
            assertThat(report.executions()).isLessThan(EXECUTIONS);
            assertThat(report.warnings()).anyMatch(line -> line.startsWith("Left behind: "));
        } finally {
            over.release(EXECUTIONS * THREADS);
        }
    }

    private static void startThreads(Semaphore over) {
        for (int i = 0; i < THREADS; i++) {
            Concurrently.startDaemon(() -> swallowEverything(over));
        }
    }

    private static void swallowEverything(Semaphore over) {
        boolean goesOn = true;
        while (goesOn) {
            try {
                over.acquire();
                goesOn = false;
            } catch (Throwable swallowed) {
                Thread.onSpinWait();
            }
        }
    }
}
