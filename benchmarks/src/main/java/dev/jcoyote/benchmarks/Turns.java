package dev.jcoyote.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Commands that are timed in turns, and printed with the ratio of their medians to the first one's. */
final class Turns {
    private final Map<String, Supplier<List<String>>> commands = new LinkedHashMap<>();

    /** Adds a command, made anew for each turn, which must end with status 0. */
    void add(String name, Supplier<List<String>> command) {
        commands.put(name, command);
    }

    /** Runs each once to warm the file cache, then all so many times. */
    void run(int turns) throws IOException, InterruptedException {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int turn = 0; turn <= turns; turn++) {
            for (Map.Entry<String, Supplier<List<String>>> command : commands.entrySet()) {
                double seconds = ChildProcess.seconds(command.getValue().get(), 0);
                if (turn > 0) {
                    times.computeIfAbsent(command.getKey(), name -> new ArrayList<>())
                            .add(seconds);
                }
            }
        }
        double first = Figures.median(times.values().iterator().next());
        times.forEach((name, seconds) -> print(name, seconds, Figures.median(seconds) / first));
    }

    private static void print(String name, List<Double> times, double ratio) {
        print(String.format("%-44s ratio %.2f", name, ratio), times);
    }

    /** Prints the times with a name in front. */
    static void print(String name, List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        System.out.printf(
                "%-56s %.3f s (min), %.3f s (median), %.3f s (max)%n",
                name, sorted.get(0), Figures.median(times), sorted.get(sorted.size() - 1));
    }
}
