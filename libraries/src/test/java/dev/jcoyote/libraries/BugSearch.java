package dev.jcoyote.libraries;

import dev.jcoyote.Bug;
import dev.jcoyote.Configuration;
import dev.jcoyote.ExplanationSettings;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.TestBody;
import dev.jcoyote.install.Installer;
import java.util.ServiceLoader;

/**
 * A program that looks for a bug with a number of seeds, and prints a line for each: the number of the first execution
 * with the bug, 0 if there is none, and what it is.
 *
 * <p>Its arguments are the body's class, the engine, and the number of seeds.
 */
final class BugSearch {
    private static final int EXECUTIONS = 1_000;

    private BugSearch() {}

    /** See the class. */
    public static void main(String[] arguments) throws Exception {
        ServiceLoader.load(Installer.class).findFirst().orElseThrow().install(SystematicTesting.class);
        TestBody body =
                (TestBody) Class.forName(arguments[0]).getDeclaredConstructor().newInstance();
        for (int seed = 1; seed <= Integer.parseInt(arguments[2]); seed++) {
            Configuration configuration = Configuration.defaults()
                    .withExplanation(ExplanationSettings.OFF)
                    .withTestName(arguments[0])
                    .withEngine(arguments[1])
                    .withIterations(EXECUTIONS)
                    .withSeed(seed);
            Report report = SystematicTesting.explore(configuration, body);
            int first = report.firstFailure() == null ? 0 : report.firstFailure();
            System.out.println(first + " " + what(report) + " " + report.warnings());
        }
        System.exit(0); // threads that do not unwind must not keep the JVM alive
    }

    private static String what(Report report) {
        for (Bug bug : report.bugs()) {
            return bug.kind().id() + ": " + bug.message().lines().findFirst().orElse("");
        }
        return report.verdict().toString();
    }
}
