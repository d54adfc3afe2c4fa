package dev.jcoyote.benchmarks;

import dev.jcoyote.Configuration;
import dev.jcoyote.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Prints what a scheduling point costs in executions of more and more points, and of more and more threads, with the
 * ratio of the greatest to the least and the growth with the size: about 1 if the cost is linear. Arguments: the number of turns, 5 if absent; the
 * engine, {@code auto} if absent; the strategy, {@code random} if absent; a part of the names of the bodies to measure.
 */
public final class LinearCost {
    /** So many points are measured together, by two executions at least, and for so long at most. */
    private static final long POINTS_TOGETHER = 1_000_000;

    private static final Duration LONGEST = Duration.ofSeconds(1);

    private static final int WARM_UP = 2;

    /** Growth by more than this is not linear. */
    private static final double LIMIT = 1.3;

    private static final List<Integer> POINTS = List.of(1_000, 10_000, 100_000, 1_000_000);
    private static final List<Integer> THREADS = List.of(10, 100, 1_000, 10_000);

    private LinearCost() {}

    /** A program of a given size. */
    private interface Body {
        void run(int size) throws Exception;
    }

    /** A program with its sizes. */
    private record Series(String name, List<Integer> sizes, Body body) {}

    /** Runs all bodies. */
    public static void main(String[] args) {
        int turns = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        String engine = args.length > 1 ? args[1] : "auto";
        String strategy = args.length > 2 ? args[2] : "random";
        String part = args.length > 3 ? args[3] : "";
        Measured.attach();
        Configuration configuration = Measured.on(engine).withStrategy(strategy);
        Launcher threads = Launcher.NEW_THREADS;
        List<Series> all = List.of(
                new Series("points of 1 thread", POINTS, Bodies::points),
                new Series("points of 2 threads", POINTS, n -> Bodies.increments(threads, 2, n / 2)),
                new Series("threads x 8 atomic increments", THREADS, n -> Bodies.increments(threads, n, 8)),
                new Series("threads x 4 short critical sections", THREADS, n -> Bodies.monitor(threads, n, 4)),
                new Series("threads x 4 long critical sections", THREADS, n -> Bodies.longMonitor(threads, n, 4)),
                new Series("threads x 4 sections of a lock", THREADS, n -> Bodies.lock(threads, n, 4)),
                new Series("pool of threads x 4 tasks", THREADS, n -> Bodies.pool(threads, n, 4 * n)),
                new Series("pool of 4, tasks", THREADS, n -> Bodies.pool(threads, 4, n)));
        System.out.println(Figures.machine());
        System.out.printf("ns a point (median of %d), engine %s, strategy %s%n", turns, engine, strategy);
        Stream.of(POINTS, THREADS)
                .forEach(sizes -> System.out.printf(
                        "%-38s%s%n", sizes.equals(POINTS) ? "points" : "threads or tasks", row(sizes)));
        for (Series series : all) {
            if (series.name.contains(part)) {
                measure(series, configuration, turns);
            }
        }
        System.exit(0);
    }

    private static String row(List<Integer> numbers) {
        StringBuilder row = new StringBuilder();
        numbers.forEach(number -> row.append(String.format(" %10d", number)));
        return row.toString();
    }

    /** All sizes in each turn, so that all meet the same compiled code and the same load; some turns are warm-up. */
    private static void measure(Series series, Configuration configuration, int turns) {
        List<List<Double>> costs = new ArrayList<>();
        for (int turn = 0; turn < WARM_UP + turns; turn++) {
            for (int i = 0; i < series.sizes.size(); i++) {
                double cost = cost(series.body, series.sizes.get(i), configuration.withSeed(turn));
                if (turn == 0) {
                    costs.add(new ArrayList<>());
                }
                if (turn >= WARM_UP) {
                    costs.get(i).add(cost);
                }
            }
        }
        double[] medians = costs.stream().mapToDouble(Figures::median).toArray();
        double ratio = Arrays.stream(medians).max().orElseThrow()
                / Arrays.stream(medians).min().orElseThrow();
        double growth = growth(medians);
        System.out.printf("%-38s", series.name);
        Arrays.stream(medians).forEach(median -> System.out.printf(" %10.1f", median));
        System.out.printf("   ratio %.2f, growth %.2f%s%n", ratio, growth, growth > LIMIT ? ": not linear" : "");
    }

    /** How many times as much as with any smaller size a point costs at most: what executions cost shrinks instead. */
    private static double growth(double... costs) {
        double least = costs[0];
        double growth = 1;
        for (double cost : costs) {
            least = Math.min(least, cost);
            growth = Math.max(growth, cost / least);
        }
        return growth;
    }

    /** Nanoseconds a point, the execution around it included. */
    private static double cost(Body body, int size, Configuration configuration) {
        Report report = explore(body, size, configuration.withIterations(2));
        double points = report.schedulingPoints().avg();
        if (report.elapsed().compareTo(LONGEST) < 0 && points < POINTS_TOGETHER / 2) {
            int executions = (int) (POINTS_TOGETHER / points);
            report =
                    explore(body, size, configuration.withIterations(executions).withTimeLimit(LONGEST));
            points = report.schedulingPoints().avg();
        }
        return report.elapsed().toNanos() / (points * report.executions());
    }

    private static Report explore(Body body, int size, Configuration configuration) {
        return Measured.explore(configuration, () -> body.run(size));
    }
}
