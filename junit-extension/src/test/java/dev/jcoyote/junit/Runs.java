package dev.jcoyote.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.jcoyote.testing.RunParameters;
import java.nio.file.Path;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs test methods of other classes. */
final class Runs {
    private Runs() {}

    /** Runs a method, given as {@code fully.qualified.Class#method}, with parameters of the run. */
    static EngineExecutionResults of(String method, Path output, Map<String, String> parameters) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter(RunParameters.OUTPUT, output.toString())
                .configurationParameters(parameters)
                .selectors(selectMethod(method))
                .execute();
    }

    static EngineExecutionResults of(String method, Path output) {
        return of(method, output, Map.of());
    }

    /** What the only test of a run threw. */
    static Throwable thrown(EngineExecutionResults results) {
        return result(results).getThrowable().orElseThrow(() -> new AssertionError("It passed"));
    }

    static TestExecutionResult result(EngineExecutionResults results) {
        return results.testEvents().finished().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .reduce((first, second) -> {
                    throw new AssertionError("More than one test");
                })
                .orElseThrow();
    }

    /** What was published about the only test of a run. */
    static Map<String, String> published(EngineExecutionResults results) {
        return results.testEvents().reportingEntryPublished().stream()
                .map(event -> event.getRequiredPayload(org.junit.platform.engine.reporting.ReportEntry.class))
                .findFirst()
                .orElseThrow()
                .getKeyValuePairs();
    }
}
