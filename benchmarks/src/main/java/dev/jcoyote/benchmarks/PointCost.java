package dev.jcoyote.benchmarks;

import dev.jcoyote.Report;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Prints what a scheduling point costs and allocates, without a choice, with one, and with a switch: by {@link
 * PointBenchmark}, as differences between executions of few and of many points. Arguments: the engine, {@code auto} if
 * absent; the number of seconds that each figure is measured, 7 if absent.
 */
public final class PointCost {
    private final Collection<RunResult> results;
    private final String engine;

    private PointCost(Collection<RunResult> results, String engine) {
        this.results = results;
        this.engine = engine;
    }

    /** Runs the benchmark. */
    public static void main(String[] args) throws RunnerException {
        String engine = args.length > 0 ? args[0] : "auto";
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 7;
        String machine = Figures.machine();
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(PointBenchmark.class.getName())
                        .param("engine", "none", engine)
                        .measurementIterations(seconds)
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
        System.out.println(machine);
        new PointCost(results, engine).print();
        System.exit(0);
    }

    /** What one exploration has more with many points than with few. */
    private record Difference(double nanos, double bytes, long points, long switches) {}

    private void print() {
        int more = PointBenchmark.EXECUTIONS * (PointBenchmark.MANY - PointBenchmark.FEW);
        System.out.printf("%-44s %10.1f ns%n", "increment on the plain JVM, 1 thread", nanos("none", 1) / more);
        Difference one = difference(1);
        Difference two = difference(2);
        Difference eight = difference(8);
        for (Difference difference : List.of(one, two, eight)) {
            System.out.printf(
                    "%-44s %10.1f ns %10.2f bytes%n",
                    String.format(
                            Locale.ROOT,
                            "point, %.2f switches a point",
                            (double) difference.switches / difference.points),
                    difference.nanos / difference.points,
                    difference.bytes / difference.points);
        }
        // Two equations: nanos = points * point + switches * change.
        double determinant = (double) two.points * eight.switches - (double) eight.points * two.switches;
        double point = (two.nanos * eight.switches - eight.nanos * two.switches) / determinant;
        double change = (two.points * eight.nanos - eight.points * two.nanos) / determinant;
        System.out.printf("%-44s %10.1f ns%n", "point with a choice, without a switch", point);
        System.out.printf("%-44s %10.1f ns%n", "switch, in addition", change);
    }

    private Difference difference(int threads) {
        Report few = PointBenchmark.report(
                Measured.on(engine).withIterations(PointBenchmark.EXECUTIONS), threads, PointBenchmark.FEW);
        Report many = PointBenchmark.report(
                Measured.on(engine).withIterations(PointBenchmark.EXECUTIONS), threads, PointBenchmark.MANY);
        return new Difference(
                nanos(engine, threads),
                bytes(engine, threads, PointBenchmark.MANY) - bytes(engine, threads, PointBenchmark.FEW),
                PointBenchmark.EXECUTIONS
                        * (many.schedulingPoints().avg()
                                - few.schedulingPoints().avg()),
                PointBenchmark.EXECUTIONS
                        * (many.switches().avg() - few.switches().avg()));
    }

    private double nanos(String way, int threads) {
        return result(way, threads, PointBenchmark.MANY).getPrimaryResult().getScore()
                - result(way, threads, PointBenchmark.FEW).getPrimaryResult().getScore();
    }

    /** Bytes allocated an exploration. */
    private double bytes(String way, int threads, int points) {
        return result(way, threads, points).getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("gc.alloc.rate.norm"))
                .findAny()
                .orElseThrow()
                .getValue()
                .getScore();
    }

    private RunResult result(String way, int threads, int points) {
        return results.stream()
                .filter(result -> way.equals(result.getParams().getParam("engine")))
                .filter(result ->
                        Integer.toString(threads).equals(result.getParams().getParam("threads")))
                .filter(result ->
                        Integer.toString(points).equals(result.getParams().getParam("points")))
                .findAny()
                .orElseThrow();
    }
}
