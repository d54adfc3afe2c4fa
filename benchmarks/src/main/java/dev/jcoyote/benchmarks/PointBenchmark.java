package dev.jcoyote.benchmarks;

import dev.jcoyote.Configuration;
import dev.jcoyote.Report;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Explorations whose scheduling points have no choice, a choice between two threads, and one between eight. The
 * difference between the two numbers of points is free of what an execution costs, see {@link PointCost}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+EnableDynamicAgentLoading", "-Djdk.attach.allowAttachSelf=true"})
public class PointBenchmark {
    static final int EXECUTIONS = 16;

    /** Both fill the same power of two: the record of an execution has room for that, however many are used. */
    static final int FEW = 72_000;

    static final int MANY = 128_000;

    /** The scheduling points of an execution, about. */
    @Param({"" + FEW, "" + MANY})
    public int points;

    /** Who comes to them. */
    @Param({"1", "2", "8"})
    public int threads;

    /** How threads are suspended, or {@code none} for no control. */
    @Param({"none", "auto", "platform"})
    public String engine = "none";

    private Configuration configuration = Configuration.defaults();

    /** Attaches the agent before the body's class is loaded. */
    @Setup
    public void attach() {
        if (!engine.equals("none")) {
            Measured.attach();
            configuration = Measured.on(engine).withIterations(EXECUTIONS);
        }
    }

    /** One exploration, or the body as often without control. */
    @Benchmark
    public Object explore() throws InterruptedException {
        if (!engine.equals("none")) {
            return report();
        }
        for (int i = 0; i < EXECUTIONS; i++) {
            body(threads, points);
        }
        return this;
    }

    /** What the exploration says of itself. */
    Report report() {
        return report(configuration, threads, points);
    }

    static Report report(Configuration configuration, int threads, int points) {
        return Measured.explore(configuration, () -> body(threads, points));
    }

    private static void body(int threads, int points) throws InterruptedException {
        if (threads == 1) {
            Bodies.points(points);
        } else {
            Bodies.increments(Launcher.NEW_THREADS, threads, points / threads);
        }
    }
}
