package dev.jcoyote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.Bug;
import dev.jcoyote.BugKind;
import dev.jcoyote.Report;
import dev.jcoyote.Verdict;
import java.io.File;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private static final String REPLAY = "jcoyote replay app.jar out/test_0.schedule";

    private final Printed printed = new Printed(false);

    @Test
    void aFailedExplorationReadsLikeCoyotes() {
        print(Verbosity.NORMAL, Reports.failed());

        assertThat(printed.out().replace(File.separatorChar, '/'))
                .isEqualTo("""
                        . Testing app.jar
                        ... Method a.Account.test
                        ... Started the controlled scheduler (JDK %s)
                        ... Using the 'portfolio' strategy (seed: 1792470991)
                        ..... Execution #1
                        ..... Execution #2
                        ..... Execution #3
                        ..... Execution #4
                        ..... Execution #5
                        ..... Execution #6
                        ..... Execution #7
                        ..... Execution #8
                        ..... Execution #9
                        ..... Execution #10
                        ... Found a bug in execution #12: deadlock
                              main waits for main.1
                        ..... Writing out/test_0.txt
                        ..... Writing out/test_0.schedule
                        ... Replay it with: jcoyote replay app.jar out/test_0.schedule
                        ... Statistics:
                        ..... Found 1 bug in 12 executions (8.33%% buggy).
                        ..... Scheduling points per execution: 6 (min), 20 (avg), 66 (max).
                        ..... Switches per execution: 1 (min), 4 (avg), 11 (max).
                        ... Elapsed 0.43 s (start-up 0.31 s).
                        FAILED: 1 bug in 12 executions.
                        """.formatted(System.getProperty("java.version")));
    }

    @Test
    void quietOutputHasBugsAndTheVerdictOnly() {
        print(Verbosity.QUIET, Reports.failed());

        assertThat(printed.out()).isEqualTo("""
                        ... Found a bug in execution #12: deadlock
                              main waits for main.1
                        ... Replay it with: jcoyote replay app.jar out/test_0.schedule
                        FAILED: 1 bug in 12 executions.
                        """);
    }

    @Test
    void verboseOutputHasTheReportToo() {
        print(Verbosity.VERBOSE, Reports.failed());

        assertThat(printed.out()).contains("\n\nDeadlock\n  main waits for main.1\n\n... Statistics:");
    }

    @Test
    void warningsComeBeforeTheVerdictAndAreWrapped() {
        print(
                Verbosity.NORMAL,
                Reports.report(
                        Verdict.INCOMPLETE,
                        3,
                        List.of(),
                        List.of("The thread pool-1-thread-1 was started before the exploration and is not controlled."),
                        null));

        assertThat(printed.out()).endsWith("""
                        ... Warning: The thread pool-1-thread-1 was started before the exploration and
                            is not controlled.
                        INCOMPLETE: no bug in 3 executions, but see the warnings.
                        """);
    }

    @Test
    void everyVerdictHasItsLine() {
        assertThat(TestCommand.verdict(Reports.report(Verdict.PASSED, 1000, List.of(), List.of(), null)))
                .isEqualTo("PASSED: no bug in 1000 executions.");
        assertThat(TestCommand.verdict(Reports.report(Verdict.VERIFIED, 34, List.of(), List.of(), null)))
                .isEqualTo("VERIFIED: no bug in all 34 executions that differ.");
        assertThat(TestCommand.verdict(Reports.report(Verdict.PASSED, 1, List.of(), List.of(), null)))
                .isEqualTo("PASSED: no bug in 1 execution.");
    }

    @Test
    void aDeadlockHasALineForEachThreadAndAnAssertionDoesNotRepeatItself() {
        assertThat(BugText.lines(bug(BugKind.DEADLOCK, "a waits for b; b waits for a")))
                .containsExactly("a waits for b", "b waits for a");
        assertThat(BugText.lines(bug(BugKind.ASSERTION, "java.lang.AssertionError: x; y (in main)")))
                .containsExactly("x; y (in main)");
        assertThat(BugText.lines(bug(BugKind.EXCEPTION, "java.io.IOException: x; y")))
                .containsExactly("java.io.IOException: x; y");
    }

    @Test
    void aReplayPrintsTheReportOnce() {
        new Console(printed.terminal(), Verbosity.NORMAL).replayed(Reports.bug(12));

        assertThat(printed.out()).isEqualTo("""
                        ... The execution fails: deadlock
                              main waits for main.1

                        Deadlock
                          main waits for main.1

                        """);
    }

    @Test
    void aMissingClassIsAnsweredWithTheOptionThatAddsIt() {
        Bug bug = Reports.bug(1);
        new Console(printed.terminal(), Verbosity.NORMAL)
                .bug(
                        new Bug(
                                bug.kind(),
                                bug.message(),
                                bug.key(),
                                1,
                                bug.schedule(),
                                null,
                                null,
                                "",
                                new NoClassDefFoundError("a/Gone"),
                                null),
                        "");

        assertThat(printed.out())
                .contains("The class a.Gone is missing")
                .contains("--classpath")
                .doesNotContain("Writing", "Replay it");
    }

    private static Bug bug(BugKind kind, String message) {
        Bug bug = Reports.bug(1);
        return new Bug(kind, message, bug.key(), 1, bug.schedule(), null, null, "", null, null);
    }

    private void print(Verbosity verbosity, Report report) {
        Console console = new Console(printed.terminal(), verbosity);
        console.begin("app.jar", report.test());
        console.strategy(report.strategy(), report.seed());
        for (int i = 1; i <= report.executions(); i++) {
            console.execution(i);
        }
        for (Bug bug : report.bugs()) {
            console.bug(bug, REPLAY);
        }
        console.statistics(report, Reports.TIMES);
        console.warnings(report);
        console.verdict(TestCommand.verdict(report));
    }
}
