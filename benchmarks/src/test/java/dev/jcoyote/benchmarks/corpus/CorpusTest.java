package dev.jcoyote.benchmarks.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.BugKind;
import dev.jcoyote.Configuration;
import dev.jcoyote.RaceMode;
import dev.jcoyote.RaceSettings;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The programs of the corpus fail as they are said to, and their fixed variants never do. */
class CorpusTest {
    /** What the default strategy does not find soon: other strategies and greater limits are for these. */
    private static final Set<String> HARD =
            Set.of("twostage_50", "twostage_100", "reorder_20", "reorder_50", "reorder_100", "qsort_mt", "SafeStack");

    private static final Configuration CONFIGURATION =
            Configuration.defaults().withSeed(1).withMaxSteps(20_000).withOutputDirectory(null);

    @BeforeAll
    static void attachBeforeTheProgramsAreLoaded() {
        SystematicTesting.explore(CONFIGURATION.withIterations(1), () -> {});
    }

    static Stream<Program> buggyProgramsThatAreNotHard() {
        return Corpus.programs().stream()
                .filter(program -> program.defect() != Defect.NONE && !HARD.contains(program.name()));
    }

    static Stream<Program> programsWithACorrectVariant() {
        return Corpus.programs().stream().filter(program -> program.correctBody() != null);
    }

    @ParameterizedTest
    @MethodSource("buggyProgramsThatAreNotHard")
    void aBuggyProgramFailsAsItIsSaidTo(Program program) {
        Report report = SystematicTesting.explore(CONFIGURATION.withIterations(3_000), program.body());

        assertThat(report.verdict()).as(program.name()).isEqualTo(Verdict.FAILED);
        assertThat(kinds(program.defect()))
                .as(report.bugs().get(0).message())
                .contains(report.bugs().get(0).kind());
    }

    @ParameterizedTest
    @MethodSource("programsWithACorrectVariant")
    void aCorrectProgramHasNeitherAFailureNorARace(Program program) {
        Report report = SystematicTesting.explore(
                CONFIGURATION.withIterations(200).withRaces(RaceSettings.USUAL.with(RaceMode.FAIL)),
                program.correctBody());

        assertThat(report.verdict())
                .as(program.name() + ": " + report.bugs() + report.warnings())
                .isEqualTo(Verdict.PASSED);
        assertThat(report.executions()).isEqualTo(200);
    }

    @Test
    void thirtyOneProgramsWereMeasuredAndNoTwoHaveTheSameName() {
        List<Program> programs = Corpus.programs();

        assertThat(Corpus.named("sctbench")).hasSize(31);
        assertThat(new HashSet<>(programs.stream().map(Program::name).toList())).hasSameSizeAs(programs);
    }

    private static List<BugKind> kinds(Defect defect) {
        return switch (defect) {
            case ASSERTION -> List.of(BugKind.ASSERTION);
            case DEADLOCK -> List.of(BugKind.DEADLOCK);
            case EXCEPTION -> List.of(BugKind.EXCEPTION);
            case VARIOUS -> List.of(BugKind.ASSERTION, BugKind.DEADLOCK, BugKind.EXCEPTION);
            case NONE -> List.of();
        };
    }
}
