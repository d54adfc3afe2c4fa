package dev.jcoyote.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.Configuration;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.TestBody;
import dev.jcoyote.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first executions are run twice, and what differs is told. */
class DeterminismTest {
    private static final Configuration FIVE =
            Configuration.defaults().withEngine(Installation.engine()).withIterations(5);

    private int runs;

    @BeforeAll
    static void instrument() {
        Installation.ensure();
    }

    private static void increment() throws InterruptedException {
        AtomicInteger counter = new AtomicInteger();
        Concurrently.run(counter::incrementAndGet, counter::incrementAndGet);
    }

    /** Every second run has one more scheduling point in its second thread. */
    private void changeWays() throws InterruptedException {
        boolean isOther = ++runs % 2 == 0;
        AtomicInteger counter = new AtomicInteger();
        Concurrently.run(counter::incrementAndGet, () -> {
            if (isOther) {
                Thread.yield();
            }
            counter.decrementAndGet();
        });
    }

    @Test
    void anExecutionThatRepeatsItselfIsNotSpokenOf() {
        Report report = SystematicTesting.explore(FIVE, DeterminismTest::increment);
        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(report.executions()).isEqualTo(5);
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void theFirstDifferenceIsToldWithItsPlace() {
        Report report = SystematicTesting.explore(FIVE, this::changeWays);
        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(report.warnings())
                .isNotEmpty()
                .allSatisfy(warning -> assertThat(warning)
                        .startsWith("Not deterministic: execution ")
                        .contains("step 2 of main.2 was ", "YIELD Thread.yield at " + DeterminismTest.class.getName())
                        .contains("CALL AtomicInteger.decrementAndGet at ", " stands at ")
                        .doesNotContain("\n"));
    }

    @Test
    void theReportOfABugTellsOfIt(@TempDir Path folder) throws Exception {
        TestBody failing = () -> {
            changeWays();
            throw new IllegalStateException("on purpose");
        };
        Report report = SystematicTesting.explore(FIVE.withOutputDirectory(folder), failing);
        Path file = Objects.requireNonNull(report.bugs().get(0).reportFile());
        assertThat(Files.readString(file)).contains("on purpose", "Not deterministic\n-----------------\n", "lambda$");
    }

    @Test
    void anEndThatDiffersIsADifference() {
        Report report = SystematicTesting.explore(FIVE.withExploreAll(true), () -> {
            increment();
            if (++runs == 2) {
                throw new IllegalStateException("in the second run alone");
            }
        });
        assertThat(report.bugs()).isEmpty();
        assertThat(report.warnings())
                .anyMatch(warning -> warning.contains("the first time it ended with no bug, and then with"
                        + " java.lang.IllegalStateException: in the second run alone"));
    }

    @Test
    void asManyExecutionsAreRepeatedAsWereAskedFor() {
        assertThat(runsWith(FIVE)).isEqualTo(7);
        assertThat(runsWith(FIVE.withDeterminismChecks(0))).isEqualTo(5);
        assertThat(runsWith(FIVE.withDeterminismChecks(9))).isEqualTo(10);
        assertThat(runsWith(FIVE.withIterations(1))).isEqualTo(1);
        assertThat(runsWith(FIVE.withIterations(1).withDeterminismChecks(1))).isEqualTo(2);
    }

    private int runsWith(Configuration configuration) {
        runs = 0;
        SystematicTesting.explore(configuration, () -> {
            runs++;
            increment();
        });
        return runs;
    }
}
