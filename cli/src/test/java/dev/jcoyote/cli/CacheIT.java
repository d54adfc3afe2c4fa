package dev.jcoyote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Processes that share a cache of rewritten classes: it changes nothing but the time that a start takes. */
class CacheIT {
    private static final String EXAMPLES =
            Path.of(System.getProperty("jcoyote.examples.jar", "")).toString();
    private static final String COUNTER = """
            a/Counter.java
            package a;
            public class Counter {
                %s int value;
                public void bothCount() throws Exception {
                    Thread other = new Thread(() -> value++);
                    other.start();
                    value++;
                    other.join();
                    if (value != 2) throw new AssertionError("lost");
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void aSecondStartRewritesNoClass() throws Exception {
        List<String> options = List.of(cache("cache"), "-Xlog:class+load:file=classes.txt");
        helloWorld(options);
        assertThat(rewritingClasses()).isNotEmpty();

        helloWorld(options);

        assertThat(rewritingClasses()).isEmpty();
        assertThat(Files.readString(folder.resolve("classes.txt"))).doesNotContain("picocli");
    }

    @Test
    void aStartWithTheCacheWritesTheFilesThatOneWithoutItWrites() throws Exception {
        for (String method :
                List.of("closeAwaitsEveryConnection", "transfersInOppositeDirections", "everyItemIsTaken")) {
            explore("off", List.of("-Djcoyote.cache=off"), EXAMPLES, method);
            explore("cold", List.of(cache(method)), EXAMPLES, method);
            explore("warm", List.of(cache(method)), EXAMPLES, method);

            for (String file : List.of(method + "_0.schedule", method + "_0.txt")) {
                Path expected = folder.resolve("off").resolve(file);
                assertThat(folder.resolve("cold").resolve(file)).hasSameBinaryContentAs(expected);
                assertThat(folder.resolve("warm").resolve(file)).hasSameBinaryContentAs(expected);
            }
        }
    }

    @Test
    void aClassThatHasChangedIsRewrittenAnew() throws Exception {
        Path classes = Programs.compile(folder, List.of(), COUNTER.formatted("volatile"));
        explore("before", List.of(cache("cache")), classes.toString(), "bothCount");
        Path other = Programs.compile(folder, List.of(), COUNTER.formatted("/* a line more */\n volatile"));
        Files.copy(
                other.resolve("a/Counter.class"),
                classes.resolve("a/Counter.class"),
                StandardCopyOption.REPLACE_EXISTING);

        explore("after", List.of(cache("cache")), classes.toString(), "bothCount");

        assertThat(schedule("before", "bothCount")).contains("Counter.bothCount:7");
        assertThat(schedule("after", "bothCount")).contains("Counter.bothCount:8");
    }

    @Test
    void anOptionThatChangesThePointsIsNotAnsweredFromStartsWithoutIt() throws Exception {
        Path classes = Programs.compile(folder, List.of(), COUNTER.formatted("/* plain */"));
        List<String> options = List.of(cache("cache"));
        assertThat(run(
                        options,
                        "test",
                        classes.toString(),
                        "-m",
                        "bothCount",
                        "-i",
                        "200",
                        "--races",
                        "off",
                        "-o",
                        "without"))
                .isZero();
        assertThat(run(
                        options,
                        "test",
                        classes.toString(),
                        "-m",
                        "bothCount",
                        "-i",
                        "200",
                        "-o",
                        "with",
                        "--plain-accesses"))
                .isEqualTo(ExitCode.BUG);
        assertThat(run(
                        options,
                        "test",
                        classes.toString(),
                        "-m",
                        "bothCount",
                        "-i",
                        "200",
                        "--races",
                        "off",
                        "-o",
                        "without"))
                .isZero();
    }

    @Test
    void parallelStartsDoNotDisturbOneAnother() throws Exception {
        for (int round = 0; round < 2; round++) {
            List<CommandRun> runs = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                runs.add(CommandRun.start(
                        folder, List.of(cache("cache")), "test", EXAMPLES, "-m", "helloWorld", "-o", "out" + i));
            }
            for (CommandRun run : runs) {
                try (run) {
                    assertThat(run.exitCode()).isZero();
                    assertThat(run.err()).isEmpty();
                }
            }
        }
        assertThat(files("cache")).hasSize(2).allMatch(file -> file.toString().endsWith(".classes"));
    }

    @Test
    void damagedAndTruncatedFilesAreReplaced() throws Exception {
        helloWorld(List.of(cache("cache")));
        List<Path> files = files("cache");
        for (Path file : files) {
            byte[] content = Files.readAllBytes(file);
            content[content.length / 2]++;
            Files.write(
                    file,
                    Arrays.copyOf(content, content.length - (file.toString().contains("jdk") ? 0 : 7)));
        }
        assertThat(debugLines(List.of(cache("cache"))))
                .filteredOn(line -> line.contains("it is damaged"))
                .anyMatch(line -> line.contains("jdk.classes"))
                .anyMatch(line -> !line.contains("jdk.classes"));

        assertThat(debugLines(List.of(cache("cache")))).noneMatch(line -> line.contains("damaged"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderThatOthersMayWriteToIsLeftAlone() throws Exception {
        Path shared = Files.createDirectory(folder.resolve("shared"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(debugLines(List.of(cache("shared")))).anyMatch(line -> line.contains("others may write to it"));

        assertThat(shared).isEmptyDirectory();
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsNoError() throws Exception {
        Files.createFile(folder.resolve("file"));
        helloWorld(List.of(cache("file")));
        helloWorld(List.of(cache("file/below")));
        if (Files.isDirectory(Path.of("/proc/self"))) {
            helloWorld(List.of("-Djcoyote.cache=/proc/self/jcoyote"));
        }
    }

    private String cache(String name) {
        return "-Djcoyote.cache=" + folder.resolve(name);
    }

    private int run(List<String> options, String... line) throws IOException, InterruptedException {
        try (CommandRun run = CommandRun.start(folder, options, line)) {
            int exitCode = run.exitCode();
            assertThat(run.err()).isEmpty();
            return exitCode;
        }
    }

    private void helloWorld(List<String> options) throws IOException, InterruptedException {
        assertThat(run(options, "test", EXAMPLES, "-m", "helloWorld", "-i", "1", "-o", "out"))
                .isZero();
    }

    private List<String> debugLines(List<String> options) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(options);
        all.add("-Djcoyote.debug=true");
        try (CommandRun run = CommandRun.start(folder, all, "test", EXAMPLES, "-m", "helloWorld", "-i", "1")) {
            assertThat(run.exitCode()).isZero();
            return run.err().lines().toList();
        }
    }

    private void explore(String output, List<String> options, String program, String method)
            throws IOException, InterruptedException {
        assertThat(run(options, "test", program, "-m", method, "-i", "1000", "--seed", "1", "-o", output))
                .isEqualTo(ExitCode.BUG);
    }

    private String schedule(String output, String method) throws IOException {
        return Files.readString(folder.resolve(output).resolve(method + "_0.schedule"));
    }

    private List<String> rewritingClasses() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("classes.txt"))) {
            return lines.filter(line -> line.contains("dev.jcoyote.agent.shaded"))
                    .toList();
        }
    }

    private List<Path> files(String cache) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(cache))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
