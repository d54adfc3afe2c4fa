package dev.jcoyote.benchmarks;

import dev.jcoyote.Configuration;
import dev.jcoyote.ExplanationSettings;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.TestBody;
import dev.jcoyote.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Explorations that are measured: the product's defaults, with the random strategy, and no bug to be found. */
final class Measured {
    private static final int MAX_STEPS = 100_000_000;

    private Measured() {}

    /** Attaches the agent, which must be there before the bodies' class is loaded. */
    static void attach() {
        SystematicTesting.explore(Configuration.defaults().withIterations(1), () -> {});
    }

    /** The names of the engines that this JDK has: those asked for in a list with commas, or all. */
    static List<String> engines(@Nullable String asked) {
        if (asked != null) {
            return asked.equals("none") ? List.of() : List.of(asked.split(","));
        }
        String best = SystematicTesting.explore(Configuration.defaults().withIterations(1), () -> {})
                .engine();
        return best.equals("platform") ? List.of(best) : List.of(best, "platform");
    }

    /** An exploration on that engine. */
    static Configuration on(String engine) {
        return Configuration.defaults()
                .withExplanation(ExplanationSettings.OFF)
                .withStrategy("random")
                .withEngine(engine)
                .withMaxSteps(MAX_STEPS);
    }

    /** Explores, and refuses a result other than passing executions under control, all of them unless time is limited. */
    static Report explore(Configuration configuration, TestBody body) {
        Report report = SystematicTesting.explore(configuration, body);
        boolean onAskedEngine =
                configuration.engine().equals("auto") || configuration.engine().equals(report.engine());
        if (report.verdict() != Verdict.PASSED
                || (report.executions() != configuration.iterations() && configuration.timeLimit() == null)
                || report.schedulingPoints().min() == 0
                || !onAskedEngine) {
            throw new IllegalStateException("Not what was to be measured: " + report);
        }
        return report;
    }
}
