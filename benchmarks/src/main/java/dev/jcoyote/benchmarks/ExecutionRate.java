package dev.jcoyote.benchmarks;

import dev.jcoyote.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prints executions a second of each body, in turns in one JVM, with the median of the turns and its ratio to new plain
 * threads: plain on new threads, on the threads of a pool that is kept, on virtual threads, and under control on each
 * engine. Arguments: the number of turns, 7 if absent; the engines with commas, all if absent, or {@code none} for a JVM
 * without the agent.
 */
public final class ExecutionRate {
    private static final double TURN_SECONDS = 1;

    /** Starting an exploration costs some hundred microseconds: so many executions share it. */
    private static final int BATCH = 1_000;

    private ExecutionRate() {}

    /** A program that is measured. */
    private interface Body {
        void run(Launcher launcher) throws Exception;
    }

    /** A way to execute a body again and again for one turn: returns executions a second. */
    private interface Way {
        double measure(Body body, int turn) throws Exception;
    }

    /** Runs all bodies. */
    public static void main(String[] args) throws Throwable {
        int turns = args.length > 0 ? Integer.parseInt(args[0]) : 7;
        Map<String, Way> ways = ways(args.length > 1 ? args[1] : null);
        Map<String, Body> bodies = new LinkedHashMap<>();
        bodies.put("2 threads x 10 atomic increments", Bodies::atomics);
        bodies.put("8 threads x 100 synchronized increments", Bodies::monitors);
        bodies.put("pool of 4, 50 CompletableFutures", Bodies::pool);
        bodies.put("lock and condition, 100 turns each", Bodies::pingPong);
        System.out.println(Figures.machine());
        System.out.printf("%-40s", "executions a second (median), ratio");
        ways.keySet().forEach(way -> System.out.printf(" %17s", way));
        System.out.println();
        for (Map.Entry<String, Body> body : bodies.entrySet()) {
            measure(body.getKey(), body.getValue(), List.copyOf(ways.values()), turns);
        }
        System.exit(0);
    }

    /** The ways to execute, new plain threads first. */
    private static Map<String, Way> ways(@Nullable String asked) throws Throwable {
        Map<String, Way> ways = new LinkedHashMap<>();
        if (!"none".equals(asked)) {
            Measured.attach();
        }
        ways.put("new threads", (body, turn) -> plain(body, Launcher.NEW_THREADS));
        Launcher pool = Launcher.ofKeptPools(8);
        ways.put("kept pool", (body, turn) -> plain(body, pool));
        Launcher virtual = Launcher.ofVirtualThreads();
        if (virtual != null) {
            ways.put("virtual threads", (body, turn) -> plain(body, virtual));
        }
        for (String engine : "none".equals(asked) ? List.<String>of() : Measured.engines(asked)) {
            ways.put(engine, (body, turn) -> controlled(body, engine, turn));
        }
        return ways;
    }

    private static void measure(String name, Body body, List<Way> ways, int turns) throws Exception {
        List<List<Double>> rates = new ArrayList<>();
        for (Way way : ways) {
            rates.add(new ArrayList<>());
            way.measure(body, 0);
        }
        for (int turn = 1; turn <= turns; turn++) {
            for (int i = 0; i < ways.size(); i++) {
                rates.get(i).add(ways.get(i).measure(body, turn));
            }
        }
        double plain = Figures.median(rates.get(0));
        System.out.printf("%-40s", name);
        for (List<Double> rate : rates) {
            double median = Figures.median(rate);
            System.out.printf(" %9.0f %7.2f", median, median / plain);
        }
        System.out.println();
    }

    private static double plain(Body body, Launcher launcher) throws Exception {
        long begin = System.nanoTime();
        double seconds;
        long count = 0;
        do {
            body.run(launcher);
            count++;
            seconds = (System.nanoTime() - begin) / 1e9;
        } while (seconds < TURN_SECONDS);
        return count / seconds;
    }

    private static double controlled(Body body, String engine, int turn) {
        double executions = 0;
        double seconds = 0;
        for (int round = 0; seconds < TURN_SECONDS; round++) {
            Report report = Measured.explore(
                    Measured.on(engine).withSeed(turn * 1_000_000L + round).withIterations(BATCH),
                    () -> body.run(Launcher.NEW_THREADS));
            executions += report.executions();
            seconds += report.elapsed().toNanos() / 1e9;
        }
        return executions / seconds;
    }
}
