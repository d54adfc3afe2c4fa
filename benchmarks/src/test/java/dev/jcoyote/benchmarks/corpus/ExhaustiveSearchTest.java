package dev.jcoyote.benchmarks.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.Configuration;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.Verdict;
import dev.jcoyote.benchmarks.corpus.parametric.Parametric;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Exhaustive search runs one execution of each equivalence class: the numbers are published. */
class ExhaustiveSearchTest {
    /** What platform threads run in a few seconds. */
    private static final int MOST_ON_PLATFORM_THREADS = 4_096;

    private static final Configuration CONFIGURATION = Configuration.defaults()
            .withStrategy("dpor")
            .withIterations(1_000_000)
            .withDeterminismChecks(0)
            .withOutputDirectory(null);

    @BeforeAll
    static void attachBeforeTheProgramsAreLoaded() {
        SystematicTesting.explore(CONFIGURATION.withIterations(1), () -> {});
    }

    static Stream<Parametric> programs() {
        boolean hasFibers = Runtime.version().feature() >= 24;
        return Parametric.published().stream()
                .filter(each -> hasFibers || each.executions() <= MOST_ON_PLATFORM_THREADS);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void runsExactlyTheExecutionsThatDiffer(Parametric parametric) {
        Report report =
                SystematicTesting.explore(CONFIGURATION, parametric.program().body());

        assertThat(report.verdict()).as(report.bugs() + " " + report.warnings()).isEqualTo(Verdict.VERIFIED);
        assertThat(report.verification().executions()).isEqualTo(parametric.executions());
    }
}
