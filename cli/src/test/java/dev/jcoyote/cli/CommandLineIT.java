package dev.jcoyote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as users run it: exit codes, files and what is printed. */
class CommandLineIT {
    private static final String RACE = """
            a/Race.java
            package a;
            import java.util.concurrent.*;
            import java.util.concurrent.atomic.*;
            public class Race {
                final AtomicInteger count = new AtomicInteger();
                void increment() { count.set(count.get() + 1); }
                public void losesUpdates() throws Exception {
                    Thread first = new Thread(this::increment);
                    Thread second = new Thread(this::increment);
                    first.start();
                    second.start();
                    first.join();
                    second.join();
                    if (count.get() != 2) throw new AssertionError("count is " + count.get());
                }
                public void isCorrect() throws Exception {
                    Thread other = new Thread(count::incrementAndGet);
                    other.start();
                    count.incrementAndGet();
                    other.join();
                    if (count.get() != 2) throw new AssertionError("count is " + count.get());
                }
                public CompletableFuture<Void> failsLater() {
                    return CompletableFuture.runAsync(() -> { throw new IllegalStateException("later"); });
                }
                public void leavesAThread() {
                    Thread daemon = new Thread(() -> {
                        Object lock = new Object();
                        synchronized (lock) {
                            try { lock.wait(); } catch (InterruptedException e) { return; }
                        }
                    });
                    daemon.setDaemon(true);
                    daemon.start();
                }
                public static void main(String[] arguments) throws Exception {
                    new Race().losesUpdates();
                }
                public void needsProperty() {
                    if (!"yes".equals(System.getProperty("wanted"))) throw new IllegalStateException("no property");
                }
                public void usesGone() { new Gone(); }
            }
            class Gone { }
            """;

    @TempDir
    private Path folder;

    private Path classes;

    @BeforeEach
    void compile() throws IOException {
        classes = Programs.compile(folder, List.of(), RACE);
    }

    @Test
    void aBugIsFoundWrittenAndReplayedByTheCommandThatIsPrinted() throws Exception {
        try (CommandRun test = test("losesUpdates", "--seed", "42")) {
            assertThat(test.exitCode()).isEqualTo(2);
            assertThat(test.err()).isEmpty();
            assertThat(test.out())
                    .startsWith(". Testing " + classes + "\n... Method a.Race.losesUpdates\n")
                    .contains("(seed: 42)")
                    .contains("... Found a bug in execution #")
                    .contains("count is 1")
                    .contains("..... Writing jcoyote-output/losesUpdates_0.txt\n")
                    .contains("..... Writing jcoyote-output/losesUpdates_0.schedule\n")
                    .contains("... Statistics:\n..... Found 1 bug in ")
                    .endsWith("executions.\n")
                    .containsPattern("\nFAILED: 1 bug in \\d+ executions?\\.\n$");

            try (CommandRun replay = CommandRun.run(folder, replayCommand(test))) {
                assertThat(replay.exitCode()).isEqualTo(2);
                assertThat(replay.out()).contains("count is 1").endsWith("FAILED: reproduced the recorded failure.\n");
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameSchedule() throws Exception {
        test("losesUpdates", "--seed", "7", "-o", "one").close();
        test("losesUpdates", "--seed", "7", "-o", "two").close();

        assertThat(schedule("one")).isEqualTo(schedule("two"));
    }

    @Test
    void oneExecutionOfASeedRunsAlone() throws Exception {
        int execution;
        Path json = folder.resolve("x.json");
        try (CommandRun all = test("losesUpdates", "--seed", "7", "-o", "one", "--json", json.toString())) {
            assertThat(all.exitCode()).isEqualTo(2);
            execution = read(json).get("firstFailure").getAsInt();
        }

        try (CommandRun alone =
                test("losesUpdates", "--seed", "7", "-o", "two", "--execution", Integer.toString(execution))) {
            assertThat(alone.exitCode()).isEqualTo(2);
            assertThat(schedule("two")).isEqualTo(schedule("one"));
        }
    }

    @Test
    void aCorrectProgramPasses() throws Exception {
        try (CommandRun test = test("isCorrect", "-i", "50")) {
            assertThat(test.exitCode()).isZero();
            assertThat(test.out()).contains("Found 0 bugs in ").doesNotContain("Replay it");
            assertThat(test.out().lines().reduce((a, b) -> b).orElse("")).matches("(PASSED|VERIFIED): .*");
        }
    }

    @Test
    void everyLineFitsEightyColumnsWhereItCan() throws Exception {
        try (CommandRun test = test("isCorrect", "-i", "50")) {
            assertThat(test.out().lines().skip(1))
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        }
    }

    @Test
    void theResultIsWrittenAsJson() throws Exception {
        Path json = folder.resolve("result.json");
        try (CommandRun test = test("losesUpdates", "--seed", "42", "--json", json.toString())) {
            assertThat(test.exitCode()).isEqualTo(2);
        }

        JsonObject result = read(json);
        assertThat(result.get("schemaVersion").getAsInt()).isEqualTo(1);
        assertThat(result.get("verdict").getAsString()).isEqualTo("FAILED");
        assertThat(result.get("test").getAsString()).isEqualTo("a.Race.losesUpdates");
        assertThat(result.get("seed").getAsLong()).isEqualTo(42);
        assertThat(result.get("executions").getAsInt())
                .isEqualTo(result.get("firstFailure").getAsInt());
        assertThat(result.get("startupSeconds").getAsDouble()).isPositive();
        JsonObject bug = result.getAsJsonArray("bugs").get(0).getAsJsonObject();
        assertThat(folder.resolve(bug.get("schedule").getAsString())).exists();
        assertThat(folder.resolve(bug.get("report").getAsString())).exists();
    }

    @Test
    void quietOutputHasThreeLines() throws Exception {
        try (CommandRun test = test("losesUpdates", "-q")) {
            assertThat(test.out().lines())
                    .anySatisfy(line -> assertThat(line).startsWith("... Found a bug in execution #"))
                    .anySatisfy(line -> assertThat(line).startsWith("... Replay it with: "))
                    .noneSatisfy(line -> assertThat(line).startsWith("....."));
        }
    }

    @Test
    void exploringGoesOnAfterTheFirstBug() throws Exception {
        try (CommandRun test = test("losesUpdates", "--explore", "-i", "100")) {
            assertThat(test.exitCode()).isEqualTo(2);
            assertThat(test.out()).contains(" in 100 executions");
        }
    }

    @Test
    void aFailedFutureIsABug() throws Exception {
        try (CommandRun test = test("failsLater", "-i", "5")) {
            assertThat(test.exitCode()).isEqualTo(2);
            assertThat(test.out()).contains("later").contains("in execution #1: exception\n");
        }
    }

    @Test
    void mainIsATest() throws Exception {
        try (CommandRun test = test("Race.main")) {
            assertThat(test.exitCode()).isEqualTo(2);
            assertThat(test.out()).contains("... Method a.Race.main\n");
        }
    }

    @Test
    void threadsLeftBehindDoNotKeepTheProcessAlive() throws Exception {
        try (CommandRun test = test("leavesAThread", "-i", "20")) {
            assertThat(test.exitCode()).isBetween(0, 2);
        }
    }

    @Test
    void jvmArgumentsReachTheProgramThroughAChild() throws Exception {
        try (CommandRun without = test("needsProperty", "-i", "2")) {
            assertThat(without.exitCode()).isEqualTo(2);
        }
        try (CommandRun with = test("needsProperty", "-i", "2", "--jvm-arg", "-Dwanted=yes", "--jvm-arg=-Xmx256m")) {
            assertThat(with.exitCode()).isZero();
            assertThat(with.out()).startsWith(". Testing ");
        }
        try (CommandRun broken = test("needsProperty", "--jvm-arg", "-XX:+NoSuchFlag")) {
            assertThat(broken.exitCode()).isEqualTo(1);
            assertThat(broken.err()).contains("NoSuchFlag");
        }
    }

    @Test
    void aScheduleOfAFixedProgramNoLongerFails() throws Exception {
        test("losesUpdates", "--seed", "42").close();
        classes = Programs.compile(folder, List.of(), RACE.replace("!= 2", "> 2"));

        try (CommandRun replay = replay("jcoyote-output/losesUpdates_0.schedule")) {
            assertThat(replay.exitCode()).isZero();
            assertThat(replay.out()).endsWith("PASSED: the schedule no longer fails.\n");
        }
    }

    @Test
    void aScheduleOfOtherCodeDivergesAndSaysWhere() throws Exception {
        test("losesUpdates", "--seed", "42").close();
        classes = Programs.compile(
                folder, List.of(), RACE.replace("count.set(count.get() + 1)", "count.incrementAndGet()"));

        try (CommandRun replay = replay("jcoyote-output/losesUpdates_0.schedule")) {
            assertThat(replay.exitCode()).isEqualTo(1);
            assertThat(replay.out()).contains("Diverged: ").contains("--tolerant");
        }
        try (CommandRun tolerant = replay("jcoyote-output/losesUpdates_0.schedule", "--tolerant")) {
            assertThat(tolerant.exitCode()).isZero();
        }
    }

    @Test
    void aClassThatIsMissingIsNamedWithTheOptionThatAddsIt() throws Exception {
        Files.delete(classes.resolve("a/Gone.class"));

        try (CommandRun test = test("usesGone", "-i", "2")) {
            assertThat(test.exitCode()).isBetween(1, 2);
            assertThat(test.out() + test.err()).contains("a.Gone is missing").contains("--classpath");
        }
    }

    @Test
    void theVersionAndTheHelpArePrinted() throws Exception {
        try (CommandRun version = CommandRun.run(folder, "--version");
                CommandRun help = CommandRun.run(folder, "test", "--help");
                CommandRun nothing = CommandRun.run(folder)) {
            assertThat(version.exitCode()).isZero();
            assertThat(version.out()).matches("jcoyote \\d.* \\(JDK .*\\)\n");
            assertThat(help.exitCode()).isZero();
            assertThat(help.out()).contains("--iterations");
            assertThat(nothing.exitCode()).isEqualTo(1);
        }
    }

    private CommandRun test(String method, String... options) throws IOException, InterruptedException {
        return CommandRun.run(folder, line(List.of("test", classes.toString(), "-m", method), options));
    }

    private CommandRun replay(String schedule, String... options) throws IOException, InterruptedException {
        return CommandRun.run(folder, line(List.of("replay", classes.toString(), schedule), options));
    }

    private static String[] line(List<String> begin, String... options) {
        List<String> line = new ArrayList<>(begin);
        line.addAll(Arrays.asList(options));
        return line.toArray(new String[0]);
    }

    private static String[] replayCommand(CommandRun test) {
        String prefix = "... Replay it with: jcoyote ";
        String line = test.out()
                .lines()
                .filter(each -> each.startsWith(prefix))
                .findFirst()
                .orElseThrow();
        return line.substring(prefix.length()).split(" ");
    }

    private byte[] schedule(String output) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(output))) {
            return Files.readAllBytes(files.filter(file -> file.toString().endsWith(".schedule"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    private static JsonObject read(Path file) throws IOException {
        return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    }
}
