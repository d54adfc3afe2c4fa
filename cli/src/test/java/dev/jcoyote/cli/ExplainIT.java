package dev.jcoyote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code jcoyote explain}: why a recorded execution fails. */
class ExplainIT {
    private static final String VISITS = """
            a/Visits.java
            package a;
            import java.util.concurrent.atomic.*;
            public class Visits {
                final AtomicInteger visits = new AtomicInteger();
                void visit() {
                    int seen = visits.get();
                    visits.set(seen + 1);
                }
                public void twoVisits() throws Exception {
                    Thread other = new Thread(this::visit, "other");
                    other.start();
                    visit();
                    other.join();
                    if (visits.get() != 2) throw new AssertionError("counted " + visits.get());
                }
            }
            """;

    private static final String SIMPLEST = "The simplest execution that fails in this way\n";
    private static final String WHY = "Why\n---\n";
    private static final String FILE = "kept/twoVisits_0.schedule";

    @TempDir
    private static Path folder;

    private static String classes = "";

    @BeforeAll
    static void record() throws Exception {
        classes = Programs.compile(folder, List.of(), VISITS).toString();
        try (CommandRun run = command(List.of(), "test", classes, "-m", "twoVisits", "--seed", "1", "-o", "kept")) {
            assertThat(run.exitCode()).as(run.out()).isEqualTo(ExitCode.BUG);
        }
    }

    private static CommandRun command(List<String> options, String... line) throws Exception {
        CommandRun run = CommandRun.start(folder, options, line);
        run.exitCode();
        return run;
    }

    @Test
    void theReasonIsFoundAgain() throws Exception {
        try (CommandRun run = command(List.of(), "explain", classes, FILE)) {
            assertThat(run.out())
                    .contains(SIMPLEST)
                    .contains("visits.get(): 0  ◄ 1")
                    .contains(" is preempted (1 of 1): ")
                    .contains(WHY)
                    .contains("It needs 1 preemption: with fewer no execution fails like this.")
                    .doesNotContain("All steps of it");
            String explanation = run.out().substring(run.out().indexOf(SIMPLEST));
            assertThat(explanation.lines().map(String::length)).allMatch(length -> length <= 80);
            assertThat(run.exitCode()).isEqualTo(ExitCode.BUG);
        }
    }

    @Test
    void verboseRunsShowAllStepsOfItWithTheirNumbers() throws Exception {
        String[] run = {"test", classes, "-m", "twoVisits", "--seed", "1", "-o", "verbose", "-v"};
        try (CommandRun test = command(List.of(), run);
                CommandRun explain = command(List.of(), "explain", classes, FILE, "-v")) {
            for (String out : List.of(test.out(), explain.out())) {
                assertThat(out)
                        .containsOnlyOnce(SIMPLEST)
                        .containsOnlyOnce(WHY)
                        .containsOnlyOnce("All steps of it\n")
                        .containsPattern("\\n1  starts other +\\(Visits.java:");
            }
        }
    }

    @Test
    void withoutTheProgramTheReportBesideTheScheduleIsShown() throws Exception {
        try (CommandRun run = command(List.of(), "explain", FILE)) {
            assertThat(run.out()).isEqualTo(Files.readString(folder.resolve("kept/twoVisits_0.txt")));
            assertThat(run.out()).contains(SIMPLEST).contains(WHY);
            assertThat(run.exitCode()).isZero();
        }
    }

    @Test
    void aScheduleWithoutAReportAsksForTheProgram() throws Exception {
        Path lonely = Files.createDirectories(folder.resolve("lonely")).resolve("moved.schedule");
        Files.copy(folder.resolve(FILE), lonely);
        try (CommandRun run = command(List.of(), "explain", "lonely/moved.schedule")) {
            assertThat(run.err())
                    .contains("There is no report")
                    .contains("jcoyote explain PROGRAM lonely/moved.schedule");
            assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        }
    }

    @Test
    void aWiderScreenShowsAWiderTrace() throws Exception {
        try (CommandRun run = command(List.of("-Djcoyote.columns=120"), "explain", classes, FILE)) {
            assertThat(run.out().lines().map(String::length)).contains(120).allMatch(length -> length <= 120);
        }
    }

    @Test
    void theReportOnDiskHas80ColumnsOnEveryScreen() throws Exception {
        try (CommandRun run = command(List.of("-Djcoyote.columns=120"), "explain", classes, FILE, "-o", "wide")) {
            assertThat(run.exitCode()).isEqualTo(ExitCode.BUG);
        }
        List<String> trace = Files.readAllLines(folder.resolve("wide/twoVisits_0.txt")).stream()
                .filter(line -> line.startsWith("─"))
                .toList();
        assertThat(trace).isNotEmpty().allMatch(line -> line.length() == 80);
    }

    @Test
    void aBudgetOfZeroExplainsTheExecutionAsItWasFound() throws Exception {
        try (CommandRun run = command(List.of(), "explain", classes, FILE, "--minimize-budget", "0")) {
            assertThat(run.out()).contains(WHY);
            assertThat(run.exitCode()).isEqualTo(ExitCode.BUG);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-5s", "much", "5h"})
    void aBudgetThatIsNoneIsRefused(String budget) throws Exception {
        try (CommandRun run = command(List.of(), "explain", classes, FILE, "--minimize-budget=" + budget)) {
            assertThat(run.err()).contains("The budget for minimising").contains("jcoyote explain --help");
            assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        }
    }

    @Test
    void theScheduleOfAnotherProgramIsRefusedByName() throws Exception {
        String other = Programs.compile(folder, List.of(), VISITS.replace("Visits", "Guests"))
                .toString();
        try (CommandRun run = command(List.of(), "explain", other, FILE)) {
            assertThat(run.err()).contains("a.Visits.twoVisits");
            assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        }
    }

    @Test
    void anEditedProgramIsExplainedAsFarAsTheScheduleStillApplies() throws Exception {
        String source = VISITS.replace("int seen = visits.get();", "int before = visits.get(), seen = before;");
        String edited = Programs.compile(
                        folder, List.of(), source.replace("other.start();", "other.setDaemon(true);\n other.start();"))
                .toString();
        try (CommandRun run = command(List.of(), "explain", edited, FILE, "--tolerant")) {
            assertThat(run.out()).contains("counted 1").contains(SIMPLEST).contains(WHY);
            assertThat(run.exitCode()).isEqualTo(ExitCode.BUG);
        }
    }

    @Test
    void aFixedProgramIsNotExplained() throws Exception {
        String source = VISITS.replace("int seen = visits.get();", "visits.incrementAndGet();")
                .replace("visits.set(seen + 1);", "");
        String fixed = Programs.compile(folder, List.of(), source).toString();
        try (CommandRun run = command(List.of(), "explain", fixed, FILE)) {
            assertThat(run.out())
                    .contains("the code no longer fits the schedule; no bug until there.\nAdd --tolerant")
                    .doesNotContain(SIMPLEST);
            assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        }
        try (CommandRun run = command(List.of(), "explain", fixed, FILE, "--tolerant")) {
            assertThat(run.out()).doesNotContain(SIMPLEST).doesNotContain("counted 1");
            assertThat(run.exitCode()).isEqualTo(ExitCode.FINE);
        }
    }
}
