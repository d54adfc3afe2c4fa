package dev.jcoyote.benchmarks;

import dev.jcoyote.Configuration;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.TestBody;
import dev.jcoyote.Verdict;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Prints executions a second of each body, on the plain JVM and under control, in turns in one JVM, with the median of
 * the turns and their ratio. Argument: the number of turns, 7 if absent.
 */
public final class ExecutionRate {
    private static final long TURN_NANOS = 1_000_000_000L;
    private static final int BATCH = 1_000;

    private ExecutionRate() {}

    /** Runs all bodies. */
    public static void main(String[] args) throws Throwable {
        int turns = args.length > 0 ? Integer.parseInt(args[0]) : 7;
        // The agent must be there before the bodies' class is loaded.
        SystematicTesting.explore(Configuration.defaults().withIterations(1), () -> {});
        Map<String, TestBody> bodies = new LinkedHashMap<>();
        bodies.put("2 threads x 10 atomic increments", Bodies::atomics);
        bodies.put("8 threads x 100 synchronized increments", Bodies::monitors);
        bodies.put("pool of 4, 50 CompletableFutures", Bodies::pool);
        bodies.put("lock and condition, 100 turns each", Bodies::pingPong);
        System.out.printf(
                "JDK %s, %d processors%n",
                Runtime.version(), Runtime.getRuntime().availableProcessors());
        System.out.printf("%-42s %10s %12s %7s%n", "executions a second (median)", "plain", "controlled", "ratio");
        for (Map.Entry<String, TestBody> body : bodies.entrySet()) {
            measure(body.getKey(), body.getValue(), turns);
        }
        System.exit(0);
    }

    private static void measure(String name, TestBody body, int turns) throws Throwable {
        double[] plain = new double[turns];
        double[] controlled = new double[turns];
        plain(body);
        controlled(body, 0);
        for (int turn = 0; turn < turns; turn++) {
            plain[turn] = plain(body);
            controlled[turn] = controlled(body, turn);
        }
        double ratio = median(controlled) / median(plain);
        System.out.printf("%-42s %10.0f %12.0f %7.2f%n", name, median(plain), median(controlled), ratio);
    }

    private static double plain(TestBody body) throws Throwable {
        long begin = System.nanoTime();
        long count = 0;
        while (System.nanoTime() - begin < TURN_NANOS) {
            body.run();
            count++;
        }
        return count * 1e9 / (System.nanoTime() - begin);
    }

    private static double controlled(TestBody body, int turn) {
        double executions = 0;
        double seconds = 0;
        for (int round = 0; seconds < TURN_NANOS / 1e9; round++) {
            Report report = SystematicTesting.explore(
                    Configuration.defaults()
                            .withStrategy("random")
                            .withSeed(turn * 1_000L + round)
                            .withIterations(BATCH),
                    body);
            if (report.verdict() != Verdict.PASSED || report.schedulingPoints().min() == 0) {
                throw new IllegalStateException("Not what was to be measured: " + report);
            }
            executions += report.executions();
            seconds += report.elapsed().toNanos() / 1e9;
        }
        return executions / seconds;
    }

    private static double median(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
