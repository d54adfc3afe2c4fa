package dev.jcoyote.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prints executions a second of a long exploration by the command line, with one worker, with several, and with as many
 * that are bound to processors, in turns, with the medians and their ratios. Arguments: {@code jcoyote.jar}, the program and the method (that of {@link Bodies} here:
 * this jar and {@code atomics}), the number of workers, the seconds of a turn, and the number of turns.
 */
public final class WorkerRate {
    private static final Pattern EXECUTIONS = Pattern.compile(" in (\\d+) executions");
    private static final Pattern ELAPSED = Pattern.compile("Elapsed ([0-9.]+) s");

    private WorkerRate() {}

    /** Runs all turns. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int workers = Integer.parseInt(args[3]);
        int turns = Integer.parseInt(args[5]);
        System.out.printf(
                "JDK %s, %d processors, %s%n",
                Runtime.version(), Runtime.getRuntime().availableProcessors(), args[2]);
        List<Double> one = new ArrayList<>();
        List<Double> free = new ArrayList<>();
        List<Double> bound = new ArrayList<>();
        for (int turn = 1; turn <= turns; turn++) {
            one.add(rate(args, 1, true, turn));
            free.add(rate(args, workers, false, turn));
            bound.add(rate(args, workers, true, turn));
            System.out.printf(
                    "turn %d: %.0f/s with one, %.0f/s with %d, %.0f/s with %d bound to processors%n",
                    turn, one.get(turn - 1), free.get(turn - 1), workers, bound.get(turn - 1), workers);
        }
        System.out.printf(
                "median: %.0f/s with one, %.2f times as many with %d, %.2f times with %d bound to processors%n",
                median(one), median(free) / median(one), workers, median(bound) / median(one), workers);
    }

    private static double rate(String[] args, int workers, boolean bound, int seed)
            throws IOException, InterruptedException {
        Path output = Files.createTempDirectory("jcoyote-benchmark");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:-UsePerfData", "-Djcoyote.workers.bind=" + bound));
        command.addAll(List.of("-jar", args[0], "test", args[1], "-m", args[2], "-i", "2000000000", "-t", args[4]));
        command.addAll(List.of("--seed", "" + seed, "--workers", "" + workers, "-o", output.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Files.delete(output);
        Matcher executions = EXECUTIONS.matcher(printed);
        Matcher elapsed = ELAPSED.matcher(printed);
        if (!executions.find() || !elapsed.find() || !printed.contains("Found 0 bugs")) {
            throw new IllegalStateException("Not what was to be measured:\n" + printed);
        }
        return Integer.parseInt(executions.group(1)) / Double.parseDouble(elapsed.group(1));
    }

    private static double median(List<Double> numbers) {
        List<Double> sorted = numbers.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
