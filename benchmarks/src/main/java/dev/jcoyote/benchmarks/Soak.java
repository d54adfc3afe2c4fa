package dev.jcoyote.benchmarks;

import dev.jcoyote.Configuration;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/**
 * Runs many executions and prints live heap after a collection, class metadata and threads at ten moments. Argument: the
 * number of executions, 100,000 if absent.
 */
public final class Soak {
    private Soak() {}

    /** Runs the first body of {@link Bodies}. */
    public static void main(String[] args) throws InterruptedException {
        int executions = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        SystematicTesting.explore(Configuration.defaults().withIterations(100), Bodies::atomics);
        System.out.printf(
                "JDK %s%n%10s %14s %14s %8s%n", Runtime.version(), "executions", "heap KiB", "metadata KiB", "threads");
        print(0);
        for (int tenth = 1; tenth <= 10; tenth++) {
            Report report = SystematicTesting.explore(
                    Configuration.defaults().withIterations(executions / 10).withSeed(tenth), Bodies::atomics);
            if (report.executions() != executions / 10 || !report.bugs().isEmpty()) {
                throw new IllegalStateException("The soak did not run to its end: " + report);
            }
            print(executions / 10 * tenth);
        }
        System.exit(0);
    }

    private static void print(int executions) throws InterruptedException {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
        }
        System.out.printf(
                "%10d %14d %14d %8d%n",
                executions,
                memory.getHeapMemoryUsage().getUsed() / 1024,
                memory.getNonHeapMemoryUsage().getUsed() / 1024,
                Thread.activeCount());
    }
}
