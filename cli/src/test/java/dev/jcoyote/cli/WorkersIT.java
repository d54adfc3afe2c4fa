package dev.jcoyote.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several workers find what one process finds, and what they have found outlives them. */
class WorkersIT {
    private static final String PROGRAM = """
            a/Shared.java
            package a;
            import java.util.concurrent.ConcurrentHashMap;
            import java.util.concurrent.atomic.AtomicInteger;
            public class Shared {
                static final ConcurrentHashMap<String, Integer> STATE = new ConcurrentHashMap<>();
                static { STATE.put("a", 1); }
                final AtomicInteger count = new AtomicInteger();
                void increment(int times) {
                    for (int i = 0; i < times; i++) count.set(count.get() + 1);
                }
                int sum(int times) throws Exception {
                    Thread first = new Thread(() -> increment(times));
                    Thread second = new Thread(() -> increment(times));
                    first.start(); second.start(); first.join(); second.join();
                    return count.get();
                }
                public void passes() throws Exception { sum(3); }
                public void failsOnceInAWhile() throws Exception {
                    if (sum(4) == 3) throw new AssertionError("sum is 3");
                }
                public void failsInTwoWays() throws Exception {
                    switch (sum(2)) {
                        case 2 -> throw new AssertionError("sum is 2");
                        case 3 -> throw new IllegalStateException("sum is 3");
                        default -> {}
                    }
                }
                public void leavesAThread() throws Exception {
                    Thread daemon = new Thread(() -> {
                        Object lock = new Object();
                        synchronized (lock) {
                            try { lock.wait(); } catch (InterruptedException e) { return; }
                        }
                    });
                    daemon.start();
                    sum(2);
                }
                public void killsItsProcess() throws Exception {
                    sum(2);
                    if (count.get() == 3) {
                        System.err.println("farewell");
                        new ProcessBuilder("kill", "-9", "" + ProcessHandle.current().pid()).start();
                        while (true) { }
                    }
                }
                public void killsOneProcess() throws Exception {
                    if (sum(2) == 3) {
                        if (new java.io.File(System.getProperty("victim")).createNewFile()) {
                            new ProcessBuilder("kill", "-9", "" + ProcessHandle.current().pid()).start();
                            while (true) { }
                        }
                    }
                }
                public void prints() throws Exception {
                    System.out.println("to out " + System.in.read());
                    System.err.println("to err");
                    System.out.close();
                    sum(2);
                }
            }
            """;

    @TempDir
    private Path folder;

    private String classes;

    @BeforeEach
    void compile() throws IOException {
        classes = Programs.compile(folder, List.of(), PROGRAM).toString();
    }

    @ParameterizedTest
    @CsvSource({
        "passes, portfolio, 1",
        "passes, pct, 2",
        "leavesAThread, random, 3",
        "failsOnceInAWhile, portfolio, 4",
        "failsOnceInAWhile, pct, 5",
        "failsOnceInAWhile, pos, 6",
        "failsOnceInAWhile, random, 7",
    })
    void theResultIsThatOfOneProcess(String method, String strategy, String seed) throws Exception {
        assertSame(method, "-s", strategy, "--seed", seed, "-i", "400");
    }

    @ParameterizedTest
    @CsvSource({"portfolio, 1", "pct, 2", "pos, 3"})
    void allBugsAreThoseOfOneProcess(String strategy, String seed) throws Exception {
        assertSame("failsInTwoWays", "-s", strategy, "--seed", seed, "-i", "200", "--explore");
    }

    @Test
    void executionsThatAreCutOffAreThoseOfOneProcess() throws Exception {
        assertSame("passes", "--seed", "1", "-i", "100", "--max-steps", "15");
    }

    @Test
    void theCommandThatIsPrintedReplaysWithoutWorkers() throws Exception {
        try (CommandRun test = run("failsInTwoWays", "--workers", "2", "-q", "--jvm-arg", "-Dx=y")) {
            assertThat(test.exitCode()).isEqualTo(2);
            assertThat(test.out())
                    .contains("failsInTwoWays_0.schedule --jvm-arg -Dx=y\n")
                    .doesNotContain("--workers");
        }
        try (CommandRun replay =
                CommandRun.run(folder, "replay", classes, "jcoyote-output/failsInTwoWays_0.schedule")) {
            assertThat(replay.exitCode()).isEqualTo(2);
        }
    }

    @Test
    void whatTheProgramPrintsIsShownAndDisturbsNothing() throws Exception {
        try (CommandRun test = run("prints", "--workers", "2", "-i", "20")) {
            assertThat(test.exitCode()).isZero();
            assertThat(test.out())
                    .contains("to out -1\n")
                    .contains(", 2 workers)\n")
                    .contains(" in 20 executions");
            assertThat(test.err()).contains("to err\n");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aRangeWhoseWorkerDiesIsRunAgain() throws Exception {
        try (CommandRun test =
                run("killsOneProcess", "--workers", "2", "--seed", "1", "-i", "60", "--jvm-arg", "-Dvictim=victim")) {
            assertThat(test.exitCode()).isZero();
            assertThat(test.out())
                    .containsPattern("Worker \\d died with exit code 137 \\(signal 9\\)")
                    .containsPattern("to\\s+be\\s+run\\s+again")
                    .doesNotContain("Not run")
                    .contains(" in 60 executions");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aRangeWhoseWorkersDieTwiceIsNamed() throws Exception {
        Path json = folder.resolve("x.json");
        try (CommandRun test =
                run("killsItsProcess", "--workers", "2", "--seed", "1", "-i", "12", "--json", json.toString())) {
            assertThat(test.exitCode()).isZero();
        }

        JsonObject result = read(json);
        assertThat(result.get("verdict").getAsString()).isEqualTo("INCOMPLETE");
        assertThat(result.get("executions").getAsInt()).isBetween(1, 11);
        assertThat(result.get("warnings").toString())
                .contains("to be run again", "Not run: ", "Its last words: farewell");
        assertThat(files(folder.resolve("jcoyote-output"))).isEmpty();
    }

    @Test
    void workersThatCannotBeginAreWrongUse() throws Exception {
        try (CommandRun test = run("passes", "--workers", "2", "--jvm-arg", "-XX:+NoSuchFlag")) {
            assertThat(test.exitCode()).isEqualTo(1);
            assertThat(test.err()).contains("No worker could begin").contains("NoSuchFlag");
        }
        try (CommandRun test = run("passes", "--workers", "2", "-cp", "missing.jar")) {
            assertThat(test.exitCode()).isEqualTo(1);
            assertThat(test.err()).contains("There is no missing.jar");
        }
    }

    @Test
    void theTimeLimitEndsAllWorkers() throws Exception {
        try (CommandRun test = run("passes", "--workers", "2", "-i", "2000000000", "-t", "1")) {
            assertThat(test.exitCode()).isZero();
            assertThat(test.out()).contains("PASSED: ");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void controlCEndsAllWorkersWithTheSummary() throws Exception {
        assumeFalse(
                CommandRun.ignoresInterrupts(), "started in the background, where the shell switches the signal off");
        try (CommandRun run = start("passes", "--workers", "2", "-i", "2000000000")) {
            run.awaitOut("..... Execution #100\n");
            // The signal is taken over only after a while.
            Thread.sleep(500);
            run.interrupt();

            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).contains("Stopped by Ctrl-C").contains("PASSED: ");
            assertThat(files(folder.resolve("jcoyote-output"))).isEmpty();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void workersEndWhenTheirCoordinatorIsKilled() throws Exception {
        try (CommandRun run = start("passes", "--workers", "2", "-i", "2000000000")) {
            run.awaitOut("..... Execution #100\n");
            List<ProcessHandle> workers = run.children();
            assertThat(workers).isNotEmpty();
            run.kill();

            for (ProcessHandle worker : workers) {
                worker.onExit().get(30, java.util.concurrent.TimeUnit.SECONDS);
            }
        }
        assertThat(files(folder.resolve("jcoyote-output"))).isEmpty();
    }

    private void assertSame(String method, String... options) throws Exception {
        JsonObject one = explore(method, "1", options);
        Map<String, String> files = contents();
        JsonObject two = explore(method, "2", options);

        assertThat(two).isEqualTo(one);
        assertThat(contents()).isEqualTo(files);
    }

    /** Explores, and returns the JSON without what may differ. */
    private JsonObject explore(String method, String workers, String... options) throws Exception {
        delete(folder.resolve("out"));
        Path json = folder.resolve("result.json");
        List<String> line = new ArrayList<>(List.of(options));
        line.addAll(List.of("--workers", workers, "-o", "out", "--json", json.toString()));
        try (CommandRun test = run(method, line.toArray(new String[0]))) {
            assertThat(test.exitCode()).as(test.out() + test.err()).isIn(0, 2);
        }
        JsonObject result = read(json);
        assertThat(result.remove("workers").getAsString()).isEqualTo(workers);
        result.remove("startupSeconds");
        result.remove("elapsedSeconds");
        for (JsonElement bug : result.getAsJsonArray("bugs")) {
            JsonElement minimized = bug.getAsJsonObject().get("minimized");
            if (minimized.isJsonObject()) {
                minimized.getAsJsonObject().remove("seconds");
            }
        }
        return result;
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (Path file : files(folder.resolve("out"))) {
            contents.put(file.getFileName().toString(), Files.readString(file));
        }
        return contents;
    }

    private CommandRun run(String method, String... options) throws IOException, InterruptedException {
        CommandRun run = start(method, options);
        run.exitCode();
        return run;
    }

    private CommandRun start(String method, String... options) throws IOException {
        List<String> line = new ArrayList<>(List.of("test", classes, "-m", method));
        line.addAll(List.of(options));
        return CommandRun.start(folder, List.of("-XX:+UseSerialGC"), line.toArray(new String[0]));
    }

    private static List<Path> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    private static void delete(Path directory) throws IOException {
        for (Path file : files(directory)) {
            Files.delete(file);
        }
        Files.deleteIfExists(directory);
    }

    private static JsonObject read(Path file) throws IOException {
        return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    }
}
