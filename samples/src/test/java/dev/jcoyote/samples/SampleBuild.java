package dev.jcoyote.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the builds of a sample project left behind.
 *
 * @param folder the project
 * @param logs what Maven printed, one text for each time that it was called
 */
record SampleBuild(Path folder, List<String> logs) {
    private static final Path BUILDS = Path.of("target/builds").toAbsolutePath();
    private static final String START = "[INFO] Scanning for projects...";
    private static final String TESTS = " T E S T S";

    static SampleBuild of(String project) {
        Path folder = BUILDS.resolve(project);
        String[] parts = read(folder.resolve("build.log")).split(Pattern.quote(START));
        return new SampleBuild(folder, Arrays.asList(parts).subList(1, parts.length));
    }

    /** What Maven printed from the first test on, when it was called for the first time. */
    String testLog() {
        String log = logs.get(0);
        int tests = log.indexOf(TESTS);
        if (tests < 0) {
            throw new IllegalStateException("No test ran in " + folder + ":\n" + log);
        }
        return log.substring(tests);
    }

    /** A test of the last build. */
    TestResult test(String className, String method) {
        return TestResult.read(folder.resolve("target/surefire-reports/TEST-" + className + ".xml"), method);
    }

    /** An integration test of the last build. */
    TestResult integrationTest(String className, String method) {
        return TestResult.read(folder.resolve("target/failsafe-reports/TEST-" + className + ".xml"), method);
    }

    /** The names of the schedules, in their order. */
    List<String> schedules() {
        Path output = folder.resolve("target/jcoyote");
        if (!Files.isDirectory(output)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(output)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".schedule") && !name.endsWith(".min.schedule"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that the build left. */
    String text(String path) {
        return read(folder.resolve(path));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Cannot read " + file + ": was its project built? mvn verify does it, -Dquick leaves it out", e);
        }
    }
}
