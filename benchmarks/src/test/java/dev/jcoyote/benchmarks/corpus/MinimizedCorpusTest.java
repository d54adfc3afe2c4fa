package dev.jcoyote.benchmarks.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.Bug;
import dev.jcoyote.Configuration;
import dev.jcoyote.Explanation;
import dev.jcoyote.ExplanationSettings;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The failures of the corpus become simple, and their simple schedules fail in every replay on either engine. */
class MinimizedCorpusTest {
    /** Programs whose executions are long, or that are seldom found to fail. */
    private static final Set<String> HARD = Set.of(
            "twostage_20",
            "twostage_50",
            "twostage_100",
            "reorder_10",
            "reorder_20",
            "reorder_50",
            "reorder_100",
            "wronglock",
            "qsort_mt",
            "InterlockedWorkStealQueueWithState",
            "StateWorkStealQueue");

    /** Needs an execution in a million. */
    private static final String HARDEST = "SafeStack";

    private static final int MOST_PREEMPTIONS = 2;
    private static final int FEW_REPLAYS = 3;
    private static final int MANY_REPLAYS = 100;

    private static final Configuration CONFIGURATION =
            Configuration.defaults().withSeed(7).withMaxSteps(20_000).withOutputDirectory(null);

    @BeforeAll
    static void attachBeforeTheProgramsAreLoaded() {
        SystematicTesting.explore(CONFIGURATION.withIterations(1), () -> {});
    }

    static Stream<Program> soonFound() {
        return allThatFail().filter(program -> !HARD.contains(program.name()));
    }

    static Stream<Program> allThatFail() {
        return Corpus.programs().stream()
                .filter(program -> program.defect() != Defect.NONE)
                .filter(program -> !program.name().equals(HARDEST));
    }

    @ParameterizedTest
    @CsvSource({
        "philosophers_3, 1",
        "philosophers_5, 1",
        "one_slot_buffer, 0",
        "lost_wake_up, 1",
        "double_checked_locking, 1",
        "bluetooth_driver, 1",
        "stringbuffer-jdk1.4, 2",
        "reorder_5, 1",
        "account, 0"
    })
    void noExecutionWithFewerPreemptionsFails(String name, int fewest) {
        Explanation.Minimized minimized = minimized(Corpus.named(name).get(0), CONFIGURATION);
        assertThat(minimized.preemptions()).isEqualTo(fewest);
        assertThat(minimized.isFewest()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("soonFound")
    void aFailureNeedsFewPreemptionsAndItsScheduleReplays(Program program) {
        replays(program, FEW_REPLAYS);
    }

    @Tag("stress")
    @ParameterizedTest
    @MethodSource("allThatFail")
    void everySimpleScheduleFailsInAHundredReplays(Program program) {
        replays(program, MANY_REPLAYS);
    }

    /** The budget is one of executions, so that the machine's speed does not matter. */
    private static void replays(Program program, int times) {
        Explanation.Minimized minimized = minimized(
                program, CONFIGURATION.withExplanation(new ExplanationSettings(true, 500, Duration.ofMinutes(1))));
        assertThat(minimized.preemptions()).as(program.name()).isLessThanOrEqualTo(MOST_PREEMPTIONS);
        for (String engine : engines()) {
            for (int i = 0; i < times; i++) {
                Report replay = SystematicTesting.replay(
                        CONFIGURATION.withEngine(engine), minimized.schedule(), program.body());
                assertThat(replay.divergence()).as(program.name()).isNull();
                assertThat(replay.bugs()).as(program.name()).hasSize(1);
            }
        }
    }

    private static List<String> engines() {
        return Runtime.version().feature() < 24 ? List.of("platform") : List.of("platform", "fiber");
    }

    private static Explanation.Minimized minimized(Program program, Configuration configuration) {
        Report report = SystematicTesting.explore(configuration.withIterations(10_000), program.body());
        assertThat(report.bugs()).as(program.name()).hasSize(1);
        Bug bug = report.bugs().get(0);
        Explanation explanation = bug.explanation();
        assertThat(explanation).isNotNull();
        assertThat(explanation.notes()).isEmpty();
        Explanation.Minimized minimized = explanation.minimized();
        assertThat(minimized).isNotNull();
        assertThat(minimized.preemptions())
                .isLessThanOrEqualTo(bug.schedule().decisions().size());
        return minimized;
    }
}
