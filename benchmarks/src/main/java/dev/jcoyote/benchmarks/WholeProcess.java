package dev.jcoyote.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Times the command line as a whole process: a plain hello world, one execution of it without and with the cache of an
 * earlier start, and the example's bug from process start to written schedule with the seeds 1 to 20. Arguments: {@code jcoyote.jar}, {@code
 * jcoyote-examples.jar}.
 */
public final class WholeProcess {
    private static final int SEEDS = 20;
    private static final Pattern FOUND = Pattern.compile("bug in execution #(\\d+)");

    private WholeProcess() {}

    /** Runs all. */
    public static void main(String[] args) throws IOException, InterruptedException {
        String jar = args[0];
        String examples = args[1];
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path output = Files.createTempDirectory("jcoyote-benchmark");
        System.out.printf(
                "JDK %s, %d processors%n",
                Runtime.version(), Runtime.getRuntime().availableProcessors());
        List<String> plain = List.of(java, "-cp", examples, "dev.jcoyote.examples.e01hello.HelloWorld");
        Path cache = output.resolve("cache");
        List<String> hello = command(java, jar, examples, "helloWorld", output, cache, "-i", "1");
        List<Double> plainTimes = new ArrayList<>();
        List<Double> firstTimes = new ArrayList<>();
        List<Double> helloTimes = new ArrayList<>();
        time(plain);
        time(hello);
        for (int i = 0; i < SEEDS; i++) {
            Path empty = output.resolve("cache" + i);
            plainTimes.add(time(plain).seconds());
            firstTimes.add(time(command(java, jar, examples, "helloWorld", output, empty, "-i", "1"))
                    .seconds());
            helloTimes.add(time(hello).seconds());
        }
        print("hello world, plain JVM", plainTimes);
        print("hello world, jcoyote test, first start", firstTimes);
        print("hello world, jcoyote test", helloTimes);
        List<Double> bugTimes = new ArrayList<>();
        List<Integer> executions = new ArrayList<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            List<String> command = command(
                    java,
                    jar,
                    examples,
                    "closeAwaitsEveryConnection",
                    output,
                    cache,
                    "-i",
                    "10000",
                    "--seed",
                    "" + seed);
            Run run = time(command);
            Matcher found = FOUND.matcher(run.output());
            if (!found.find()) {
                throw new IllegalStateException("No bug with seed " + seed + ":\n" + run.output());
            }
            executions.add(Integer.parseInt(found.group(1)));
            bugTimes.add(run.seconds());
        }
        Collections.sort(executions);
        print("example's bug, start to written schedule", bugTimes);
        System.out.printf("example's bug, executions: %s, median %d%n", executions, executions.get(SEEDS / 2));
        delete(output);
    }

    private record Run(double seconds, String output) {}

    private static List<String> command(
            String java, String jar, String examples, String method, Path output, Path cache, String... more) {
        List<String> command = new ArrayList<>(
                List.of(java, "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Djcoyote.cache=" + cache, "-jar", jar));
        command.addAll(List.of("test", examples, "-m", method, "-o", output.toString()));
        command.addAll(Arrays.asList(more));
        return command;
    }

    private static Run time(List<String> command) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor();
        return new Run((System.nanoTime() - begin) / 1e9, output);
    }

    private static void print(String what, List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        System.out.printf(
                "%-42s %.3f s (min), %.3f s (median), %.3f s (max)%n",
                what, sorted.get(0), sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1));
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
