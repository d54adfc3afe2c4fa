package dev.jcoyote.benchmarks;

import dev.jcoyote.Configuration;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.Verdict;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one scheduling point costs without a switch, with the whole execution around it, beside the plain JVM. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+EnableDynamicAgentLoading", "-Djdk.attach.allowAttachSelf=true"})
public class PointBenchmark {
    private static final int POINTS = 100_000;

    private Configuration configuration = Configuration.defaults();

    /** Attaches the agent before the body's class is loaded. */
    @Setup
    public void attach() {
        configuration = Configuration.defaults()
                .withStrategy("random")
                .withIterations(1)
                .withMaxSteps(2 * POINTS);
        SystematicTesting.explore(configuration, () -> {});
    }

    /** The body without the tool. */
    @Benchmark
    @OperationsPerInvocation(POINTS)
    public void plain() {
        Bodies.points(POINTS);
    }

    /** The body under control: no other thread is there to choose. */
    @Benchmark
    @OperationsPerInvocation(POINTS)
    public Report controlled() {
        Report report = SystematicTesting.explore(configuration, () -> Bodies.points(POINTS));
        if (report.verdict() != Verdict.PASSED || report.schedulingPoints().max() < POINTS) {
            throw new IllegalStateException("Not what was to be measured: " + report);
        }
        return report;
    }
}
