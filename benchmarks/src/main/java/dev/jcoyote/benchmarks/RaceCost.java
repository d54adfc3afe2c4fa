package dev.jcoyote.benchmarks;

import dev.jcoyote.Configuration;
import dev.jcoyote.RaceMode;
import dev.jcoyote.RaceSettings;
import dev.jcoyote.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prints executions a second of each body without and with the race detector, in turns in one JVM: the medians, and how many
 * times longer an execution takes with it. Arguments: the number of turns, 7 if absent; the engines with commas, all if
 * absent.
 */
public final class RaceCost {
    private static final double TURN_SECONDS = 1;
    private static final int BATCH = 200;

    private RaceCost() {}

    /** A program that is measured. */
    private interface Body {
        void run(Launcher launcher) throws Exception;
    }

    /** Runs all bodies. */
    public static void main(String[] args) throws Exception {
        int turns = args.length > 0 ? Integer.parseInt(args[0]) : 7;
        Measured.attach();
        Map<String, Body> bodies = new LinkedHashMap<>();
        bodies.put("2 threads x 10 atomic increments", Bodies::atomics);
        bodies.put("8 threads x 100 synchronized increments", Bodies::monitors);
        bodies.put("pool of 4, 50 CompletableFutures", Bodies::pool);
        bodies.put("lock and condition, 100 turns each", Bodies::pingPong);
        bodies.put("3 threads x 4 times JSON, both ways", JsonBody::run);
        System.out.println(Figures.machine());
        System.out.printf(
                "%-40s %9s %9s %9s %7s%n", "executions a second (median)", "engine", "without", "with", "ratio");
        for (String engine : Measured.engines(args.length > 1 ? args[1] : null)) {
            for (Map.Entry<String, Body> body : bodies.entrySet()) {
                measure(engine, body.getKey(), body.getValue(), turns);
            }
        }
        System.exit(0);
    }

    private static void measure(String engine, String name, Body body, int turns) {
        List<Double> without = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        // Turn 0 warms up.
        for (int turn = 0; turn <= turns; turn++) {
            double off = rate(engine, body, RaceMode.OFF, turn);
            double on = rate(engine, body, RaceMode.EXPLORE, turn);
            if (turn > 0) {
                without.add(off);
                with.add(on);
            }
        }
        double before = Figures.median(without);
        double after = Figures.median(with);
        System.out.printf("%-40s %9s %9.0f %9.0f %7.2f%n", name, engine, before, after, before / after);
    }

    private static double rate(String engine, Body body, RaceMode mode, int turn) {
        double executions = 0;
        double seconds = 0;
        for (int round = 0; seconds < TURN_SECONDS; round++) {
            Configuration configuration = Measured.on(engine)
                    .withSeed(turn * 1_000_000L + round)
                    .withIterations(BATCH)
                    .withRaces(RaceSettings.USUAL.with(mode));
            Report report = Measured.explore(configuration, () -> body.run(Launcher.NEW_THREADS));
            executions += report.executions();
            seconds += report.elapsed().toNanos() / 1e9;
        }
        return executions / seconds;
    }
}
