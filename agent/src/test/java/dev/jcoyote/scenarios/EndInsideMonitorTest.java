package dev.jcoyote.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.Bug;
import dev.jcoyote.Configuration;
import dev.jcoyote.SystematicTesting;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A report tells who waits for a monitor that was taken just before the end. */
class EndInsideMonitorTest {
    private static final int SEEDS = 20;

    @BeforeAll
    static void instrument() {
        Installation.ensure();
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void thoseWaitWhoWantTheMonitorInWhichTheExecutionEnds(String engine) {
        Stream<String> reports = IntStream.range(0, SEEDS)
                .mapToObj(seed -> SystematicTesting.explore(
                        Configuration.defaults()
                                .withEngine(engine)
                                .withSeed(seed)
                                .withIterations(1),
                        EndInsideMonitorTest::endInside))
                .flatMap(report -> report.bugs().stream())
                .map(Bug::report);
        assertThat(reports).hasSize(SEEDS).anyMatch(report -> report.contains("waits for the monitor of Object"));
    }

    private static void endInside() throws InterruptedException {
        Object lock = new Object();
        Concurrently.Action end = () -> {
            synchronized (lock) {
                System.exit(3);
            }
        };
        Concurrently.run(end, end);
    }
}
