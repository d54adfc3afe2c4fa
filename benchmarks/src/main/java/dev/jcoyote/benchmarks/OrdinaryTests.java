package dev.jcoyote.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times a test class of 100 ordinary tests and one more, with jcoyote and that one systematic, and without: in turns, as
 * Maven's surefire runs and reports it. Arguments: the folder {@code benchmarks/src/ordinary}, the number of runs, and
 * the command {@code mvn} with what it needs here, such as the repository that has jcoyote.
 */
public final class OrdinaryTests {
    private static final String ONE_MORE = "bothIncrementsCount";
    private static final int ORDINARY = 100;
    private static final long LIMIT_SECONDS = 300;
    private static final Pattern TEST =
            Pattern.compile("<testcase name=\"([^\"]*)\"[^>]* time=\"([0-9.]+)\"(?:/>|>\\s*<(\\w+))");

    private final Path project;
    private final List<String> maven;

    private OrdinaryTests(Path project, List<String> maven) {
        this.project = project;
        this.maven = maven;
    }

    /** Runs all. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int runs = Integer.parseInt(args[1]);
        OrdinaryTests tests = new OrdinaryTests(
                Path.of(args[0]).toAbsolutePath(), Arrays.asList(args).subList(2, args.length));
        System.out.printf(
                "JDK %s, %d processors%n",
                Runtime.version(), Runtime.getRuntime().availableProcessors());
        List<Run> with = new ArrayList<>();
        List<Run> without = new ArrayList<>();
        tests.run("with", "test");
        tests.run("without", "test");
        for (int i = 0; i < runs; i++) {
            with.add(tests.run("with", "surefire:test"));
            without.add(tests.run("without", "surefire:test"));
            if (!with.get(i).results().equals(without.get(i).results())) {
                throw new IllegalStateException("Other results: " + with.get(i) + " and " + without.get(i));
            }
        }
        System.out.printf(
                "same results in %d pairs of runs: %s%n", runs, with.get(0).results());
        print("100 ordinary tests, s", with, without, Run::ordinary);
        print("whole JVM, s", with, without, Run::uptime);
        print("processor time of it, s", with, without, Run::cpu);
        print("the one more test, s", with, without, Run::oneMore);
    }

    /**
     * A run.
     *
     * @param ordinary the seconds of the ordinary tests
     * @param oneMore the seconds of the other one
     * @param uptime the seconds that the JVM has run when the tests are over
     * @param cpu the seconds that its threads have run until then
     * @param results how many ordinary tests ended how
     */
    private record Run(double ordinary, double oneMore, double uptime, double cpu, Map<String, Integer> results) {}

    private Run run(String variant, String goal) throws IOException, InterruptedException {
        Path uptime = project.resolve("target/uptime");
        Files.createDirectories(uptime.getParent());
        Files.deleteIfExists(uptime);
        List<String> command = new ArrayList<>(maven);
        command.addAll(List.of("-B", "-q", "-Dvariant=" + variant, "-Duptime.file=" + uptime, goal));
        Process process = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(project.resolve("target/log").toFile())
                .start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroy();
            throw new IllegalStateException(command + " failed:\n" + Files.readString(project.resolve("target/log")));
        }
        return read(
                project.resolve("target/" + variant + "/surefire-reports/TEST-com.example.OrdinaryTest.xml"),
                Files.readString(uptime).strip().split(" "));
    }

    private static Run read(Path report, String[] milliseconds) throws IOException {
        double ordinary = 0;
        double oneMore = 0;
        int count = 0;
        Map<String, Integer> results = new TreeMap<>();
        Matcher test = TEST.matcher(Files.readString(report, StandardCharsets.UTF_8));
        while (test.find()) {
            double seconds = Double.parseDouble(test.group(2));
            if (test.group(1).equals(ONE_MORE)) {
                oneMore += seconds;
            } else {
                ordinary += seconds;
                count++;
                results.merge(test.group(3) == null ? "passed" : test.group(3), 1, Integer::sum);
            }
        }
        if (count != ORDINARY) {
            throw new IllegalStateException(report + " has " + count + " ordinary tests");
        }
        return new Run(
                ordinary,
                oneMore,
                Double.parseDouble(milliseconds[0]) / 1_000,
                Double.parseDouble(milliseconds[1]) / 1_000,
                results);
    }

    private static void print(String what, List<Run> with, List<Run> without, ToDoubleFunction<Run> value) {
        double[] times = with.stream().mapToDouble(value).sorted().toArray();
        double[] plain = without.stream().mapToDouble(value).sorted().toArray();
        double median = times[times.length / 2];
        double plainMedian = plain[plain.length / 2];
        System.out.printf(
                "%-24s with %.3f (%.3f to %.3f), without %.3f (%.3f to %.3f): %+.1f%%%n",
                what,
                median,
                times[0],
                times[times.length - 1],
                plainMedian,
                plain[0],
                plain[plain.length - 1],
                100 * (median / plainMedian - 1));
    }
}
