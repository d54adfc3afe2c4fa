package dev.jcoyote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that call the tool's own classes: open values, specifications, and bugs that are expected. */
class SpecificationsIT {
    @TempDir
    private Path folder;

    private String classes;

    @BeforeEach
    void compile() throws IOException {
        List<Path> own = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        classes = Programs.compile(folder, own, """
                        a/Specified.java
                        package a;
                        import dev.jcoyote.*;
                        public class Specified {
                            private volatile int balance = 10;
                            void balance() throws Exception {
                                Always.holds("no debts", () -> balance >= 0);
                                Runnable withdraw = () -> {
                                    if (balance >= 6) balance -= 6;
                                };
                                Thread one = new Thread(withdraw), two = new Thread(withdraw);
                                one.start();
                                two.start();
                                one.join();
                                two.join();
                            }
                            void spin() throws Exception {
                                Thread one = new Thread(() -> {
                                    while (balance == 10) Thread.onSpinWait();
                                });
                                one.start();
                                one.join();
                            }
                            void skip() {
                                Assume.that(Choose.intBelow(4) < 3);
                                if (Choose.bool()) throw new IllegalStateException("true");
                            }
                            void outside() {}
                            public static void main(String[] args) {
                                Choose.bool();
                            }
                        }
                        """).toString();
    }

    private CommandRun run(String method, String... further) throws Exception {
        List<String> all = new java.util.ArrayList<>(List.of("test", classes, "-m", method, "--seed", "1"));
        all.addAll(List.of(further));
        return CommandRun.run(folder, all.toArray(new String[0]));
    }

    @Test
    void anInvariantIsBrokenAndReplayed() throws Exception {
        try (CommandRun run = run("balance", "--json=result.json")) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out()).contains(": invariant", "the invariant \"no debts\" does not hold after step");
        }
        assertThat(Files.readString(folder.resolve("result.json"))).contains("\"kind\": \"invariant\"");
        try (CommandRun run = CommandRun.run(folder, "replay", classes, "jcoyote-output/balance_0.schedule")) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out()).contains("reproduced the recorded failure");
        }
    }

    @Test
    void aLivelockShowsWhatIsRepeated() throws Exception {
        try (CommandRun run = run("spin", "--max-steps=4000", "-v")) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out())
                    .contains(": livelock", "Thread-0 (main.1) did this ")
                    .containsSubsequence("What the threads do", "(Specified.java:18)", "spins", "(Specified.java:18)");
        }
        try (CommandRun run = CommandRun.run(folder, "replay", classes, "jcoyote-output/spin_0.schedule")) {
            assertThat(run.out()).contains("reproduced the recorded failure");
        }
    }

    @Test
    void theExpectedBugMakesATestPass() throws Exception {
        try (CommandRun run = run("balance", "--expect", "invariant")) {
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).contains("PASSED: the expected bug was found in ");
        }
        try (CommandRun run = run("skip", "--expect", "java.lang.IllegalStateException", "--workers=2")) {
            assertThat(run.exitCode()).isZero();
        }
    }

    @Test
    void anotherBugAndNoneMakeItFail() throws Exception {
        try (CommandRun run = run("balance", "--expect", "deadlock")) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out()).contains("FAILED: 1 bug in ");
        }
        try (CommandRun run = run("outside", "--expect", "deadlock", "-i", "10", "--json=result.json")) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out())
                    .contains("No execution of 10 has the expected bug, a deadlock.")
                    .contains("FAILED: the expected bug was not found in 10 executions.");
        }
        assertThat(Files.readString(folder.resolve("result.json"))).contains("\"verdict\": \"FAILED\"");
    }

    @Test
    void skippedExecutionsAreCounted() throws Exception {
        try (CommandRun run = run("skip", "-i", "100", "--explore", "--json=result.json")) {
            assertThat(run.out()).containsPattern("Skipped \\d+ executions, since assumptions did not hold");
        }
        assertThat(Files.readString(folder.resolve("result.json"))).containsPattern("\"skippedExecutions\": [1-9]");
    }

    @Test
    void wrongValuesAreRefused() throws Exception {
        try (CommandRun run = run("balance", "--expect", "dead lock")) {
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("A bug to expect is one of deadlock, assertion, ");
        }
        try (CommandRun run = run("balance", "--liveness-bound", "0")) {
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("The liveness bound must be at least 1, but is 0");
        }
    }

    @Test
    void outsideAnExecutionNothingIsChosen() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes + File.pathSeparator + System.getProperty("java.class.path"),
                        "a.Specified")
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("Choose.bool was called outside an execution: call it in the body of a systematic test");
        process.waitFor();
    }
}
