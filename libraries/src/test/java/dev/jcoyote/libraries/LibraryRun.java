package dev.jcoyote.libraries;

import dev.jcoyote.Bug;
import dev.jcoyote.Configuration;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.TestBody;
import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.install.Installer;
import java.util.ServiceLoader;

/**
 * A program that runs one body many times and prints, one a line, what each execution was, what the exploration says of
 * the body, and what is left of it in the JVM.
 *
 * <p>Its arguments are the body's class, the engine, and the number of executions.
 */
final class LibraryRun {
    /** Begins the line of an execution: its number, how it ended and a hash of all that it did. */
    static final String EXECUTION = "execution ";

    /** Begins the line with the exploration's verdict. */
    static final String VERDICT = "verdict ";

    /** Begins the line of a warning. */
    static final String WARNING = "warning ";

    /** Begins the line with the engine, the speed and the size of executions. */
    static final String FIGURES = "figures ";

    /** Begins the line with the number of threads that are more than before. */
    static final String THREADS = "threads ";

    /** Begins the line with the growth of the heap from the middle of the executions to their end, in kilobytes. */
    static final String HEAP = "heap ";

    private LibraryRun() {}

    /** See the class. */
    public static void main(String[] arguments) throws Exception {
        ServiceLoader.load(Installer.class).findFirst().orElseThrow().install(SystematicTesting.class);
        TestBody body =
                (TestBody) Class.forName(arguments[0]).getDeclaredConstructor().newInstance();
        String engine = arguments[1];
        int executions = Integer.parseInt(arguments[2]);
        int before = Thread.getAllStackTraces().size();
        printExecutions(body, engine, executions);
        Configuration configuration = Configuration.defaults()
                .withTestName(arguments[0])
                .withEngine(engine)
                .withSeed(1)
                .withIterations(executions);
        SystematicTesting.explore(configuration.withIterations(1 + executions / 4), body);
        long used = usedHeap();
        Report report = SystematicTesting.explore(configuration, body);
        long growth = usedHeap() - used;
        print(report);
        System.out.println(HEAP + (growth >> 10));
        System.out.println(THREADS + (Thread.getAllStackTraces().size() - before));
        System.exit(0); // threads that do not unwind must not keep the JVM alive
    }

    private static void printExecutions(TestBody body, String engine, int executions) {
        try (ExecutionRunner runner = new ExecutionRunner(engine, LibraryRun.class.getClassLoader())) {
            runner.runAll(new Digests(runner, body, executions));
        }
    }

    private static void print(Report report) {
        System.out.println(VERDICT + report.verdict());
        report.warnings().forEach(warning -> System.out.println(WARNING + warning));
        long millis = Math.max(1, report.elapsed().toMillis());
        System.out.println(FIGURES + report.engine() + ": " + report.executions() * 1000L / millis
                + " executions a second of " + report.schedulingPoints() + " scheduling points and " + report.switches()
                + " switches");
        for (Bug bug : report.bugs()) {
            System.out.println(bug.report());
        }
    }

    private static long usedHeap() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
