package dev.jcoyote.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other JVMs make of the same seed, and of a schedule. */
class RepetitionIT {
    private static final String EXAMPLES =
            Path.of(System.getProperty("jcoyote.examples.jar", "")).toString();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "closeAwaitsEveryConnection",
                "transfersInOppositeDirections",
                "everyItemIsTaken",
                "valueIsLoadedOnce"
            })
    void aSeedGivesTheSameFilesByteForByte(String method) throws Exception {
        explore(method, "one");
        explore(method, "two");

        for (String file : List.of(method + "_0.schedule", method + "_0.txt", method + "_0.min.schedule")) {
            Path one = folder.resolve("one").resolve(file);
            assertThat(one).hasSameBinaryContentAs(folder.resolve("two").resolve(file));
            assertThat(Files.readString(one))
                    .doesNotContainPattern("0x[0-9a-f]{6}|@[0-9a-f]{5}")
                    .doesNotContain(folder.toString());
        }
    }

    @Test
    void aScheduleFailsInEveryFreshJvm() throws Exception {
        explore("closeAwaitsEveryConnection", "out");
        for (int i = 0; i < 10; i++) {
            try (CommandRun replay = CommandRun.run(
                    folder, "replay", EXAMPLES, "out/closeAwaitsEveryConnection_0.schedule", "-o", "replay" + i)) {
                assertThat(replay.exitCode()).isEqualTo(2);
                assertThat(replay.out()).endsWith("FAILED: reproduced the recorded failure.\n");
            }
            assertThat(decisions("replay" + i)).isEqualTo(decisions("out"));
        }
    }

    /** The second time, which is the first run of the explanation, takes some seconds. */
    private static final String ONCE = """
            a/Once.java
            package a;

            public class Once {
                public static void slowThen() {
                    if (System.getProperty("a.failed") != null) {
                        double sum = 0;
                        for (int i = 0; i < 200_000_000; i++) {
                            sum += Math.sin(i);
                        }
                        System.setProperty("a.sum", Double.toString(sum));
                    }
                    fails();
                }

                public static void otherwiseThen() {
                    if (System.getProperty("a.failed") != null) {
                        throw new IllegalStateException("the second time");
                    }
                    fails();
                }

                private static void fails() {
                    System.setProperty("a.failed", "");
                    throw new AssertionError("the first time");
                }
            }
            """;

    /** The bug is on disk before anything is run to explain it. */
    @Test
    void whoIsKilledWhileExplainingHasWrittenTheSchedule() throws Exception {
        Path classes = Programs.compile(folder, List.of(), ONCE);
        try (CommandRun run = CommandRun.start(
                folder,
                List.of(),
                "test",
                classes.toString(),
                "-m",
                "slowThen",
                "--check-determinism",
                "0",
                "-o",
                "out")) {
            run.awaitOut("slowThen_0.schedule\n");
            run.kill();
        }
        assertThat(folder.resolve("out").resolve("slowThen_0.txt")).content().contains("the first time");
        assertThat(folder.resolve("out").resolve("slowThen_0.min.schedule")).doesNotExist();
        try (CommandRun show = CommandRun.run(folder, "show", "out/slowThen_0.schedule")) {
            assertThat(show.exitCode()).isZero();
        }
    }

    @Test
    void aFailureThatDoesNotRepeatIsNotTurnedIntoAnother() throws Exception {
        Path classes = Programs.compile(folder, List.of(), ONCE);
        try (CommandRun run = CommandRun.run(
                folder, "test", classes.toString(), "-m", "otherwiseThen", "--check-determinism", "0", "-o", "out")) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out())
                    .contains("the first time")
                    .contains("The failure could not be repeated")
                    .contains("the second time");
        }
        assertThat(folder.resolve("out").resolve("otherwiseThen_0.txt"))
                .content()
                .contains("the first time");
        assertThat(folder.resolve("out").resolve("otherwiseThen_0.min.schedule"))
                .doesNotExist();
    }

    /** However early or late a process is killed: each file that has its name is whole. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aKilledProcessLeavesWholeSchedules() throws Exception {
        for (int i = 1; i <= 4; i++) {
            Path out = folder.resolve("out" + i);
            CommandRun run = CommandRun.start(
                    folder,
                    List.of(),
                    "test",
                    EXAMPLES,
                    "-m",
                    "closeAwaitsEveryConnection",
                    "--explore",
                    "-i",
                    "1000000",
                    "-o",
                    out.toString());
            try (run) {
                run.awaitOut("_0.schedule\n");
                TimeUnit.MILLISECONDS.sleep(37L * i);
            }
            List<Path> schedules = schedules(out);
            assumeThat(schedules).isNotEmpty();
            for (Path schedule : schedules) {
                try (CommandRun show = CommandRun.run(folder, "show", schedule.toString())) {
                    assertThat(show.exitCode()).isZero();
                }
            }
        }
    }

    /** The schedule without its header and its check sum. */
    private List<String> decisions(String output) throws IOException {
        List<String> lines =
                Files.readAllLines(folder.resolve(output).resolve("closeAwaitsEveryConnection_0.schedule"));
        return lines.subList(lines.indexOf(""), lines.size() - 1);
    }

    private void explore(String method, String output) throws IOException, InterruptedException {
        try (CommandRun run =
                CommandRun.run(folder, "test", EXAMPLES, "-m", method, "-i", "1000", "--seed", "1", "-o", output)) {
            assertThat(run.exitCode()).isEqualTo(2);
        }
    }

    private static List<Path> schedules(Path folder) throws IOException {
        List<Path> result = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".schedule")).forEach(result::add);
        }
        return result;
    }
}
