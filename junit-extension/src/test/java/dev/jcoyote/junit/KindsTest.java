package dev.jcoyote.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.jcoyote.BugFoundError;
import dev.jcoyote.examples.junit.Kinds;
import dev.jcoyote.examples.junit.Lifecycles;
import dev.jcoyote.testing.RunParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

class KindsTest {
    @TempDir
    private Path output;

    @BeforeEach
    void forgetCalls() {
        Lifecycles.CALLS.clear();
    }

    private EngineExecutionResults run(Class<?> type, Map<String, String> parameters) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter(RunParameters.OUTPUT, output.toString())
                .configurationParameters(parameters)
                .selectors(selectClass(type))
                .execute();
    }

    /** What became of each test, by its display name. */
    private static Map<String, TestExecutionResult> results(EngineExecutionResults results) {
        Map<String, TestExecutionResult> byName = new TreeMap<>();
        for (Event event : results.testEvents().finished().list()) {
            byName.put(event.getTestDescriptor().getDisplayName(), event.getRequiredPayload(TestExecutionResult.class));
        }
        return byName;
    }

    private static Throwable thrown(TestExecutionResult result) {
        return result.getThrowable().orElseThrow(() -> new AssertionError("It passed"));
    }

    private List<String> schedules() throws IOException {
        try (Stream<Path> files = Files.list(output)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".schedule") && !name.endsWith(".min.schedule"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void eachInvocationOfATemplateIsAnExplorationOfItsOwn() throws IOException {
        Map<String, TestExecutionResult> results = results(run(Kinds.Templates.class, Map.of()));

        assertThat(results).hasSize(5);
        assertThat(results.values().stream().filter(result -> result.getStatus() == Status.SUCCESSFUL))
                .hasSize(1);
        assertThat(schedules())
                .containsExactly(
                        "Kinds_Templates.repeated_1__0.schedule",
                        "Kinds_Templates.repeated_2__0.schedule",
                        "Kinds_Templates.threads_2__0.schedule",
                        "Kinds_Templates.threads_3__0.schedule");
    }

    @Test
    void onlyTheRecordedInvocationIsReplayed() {
        run(Kinds.Templates.class, Map.of());
        String schedule =
                output.resolve("Kinds_Templates.threads_3__0.schedule").toString();

        Map<String, TestExecutionResult> results =
                results(run(Kinds.Templates.class, Map.of(RunParameters.REPLAY, schedule)));

        assertThat(results.values().stream().filter(result -> result.getStatus() == Status.ABORTED))
                .hasSize(4);
        assertThat(results.values().stream().filter(result -> result.getStatus() == Status.FAILED))
                .singleElement()
                .satisfies(result -> assertThat(thrown(result))
                        .isInstanceOf(BugFoundError.class)
                        .hasMessageContaining(schedule));
    }

    @Test
    void allTestsOfAnAnnotatedClassAreSystematicAndThoseOfItsSubclassesAndNestedClasses() {
        for (Class<?> type : List.of(Kinds.WholeClass.class, Kinds.Subclass.class)) {
            Lifecycles.CALLS.clear();

            Map<String, TestExecutionResult> results = results(run(type, Map.of()));

            assertThat(results).hasSize(4);
            assertThat(thrown(results.get("nested()")))
                    .isInstanceOf(BugFoundError.class)
                    .hasMessageContaining("of seed 7]");
            assertThat(Lifecycles.CALLS.stream().filter("ordinary*"::equals)).hasSize(50);
            assertThat(Lifecycles.CALLS.stream().filter("own*"::equals)).hasSize(3);
            assertThat(Lifecycles.CALLS.stream().filter("dynamic"::equals)).hasSize(1);
        }
    }

    @Test
    void anAnnotationOfTheUsersOwnBringsItsSettingsAndTags() {
        EngineExecutionResults results = run(Kinds.Composed.class, Map.of());

        assertThat(Lifecycles.CALLS).containsExactly("race*", "race*", "race*", "race*");
        assertThat(results.testEvents().finished().list())
                .singleElement()
                .satisfies(
                        event -> assertThat(event.getTestDescriptor().getTags().toString())
                                .contains("race"));
    }

    @Test
    void aMethodThatIsATestTwiceIsRefusedWithWhatToWrite() {
        List<Throwable> thrown = run(Kinds.Competing.class, Map.of()).allEvents().finished().failed().stream()
                .map(event -> thrown(event.getRequiredPayload(TestExecutionResult.class)))
                .toList();

        assertThat(thrown).hasSize(3).hasOnlyElementsOfType(ExtensionConfigurationException.class);
        assertThat(thrown.stream().map(Throwable::getMessage))
                .anySatisfy(message -> assertThat(message)
                        .startsWith("@SystematicTest of dev.jcoyote.examples.junit.Kinds$Competing.template: ")
                        .contains("Write @Systematic in the place of @SystematicTest"))
                .anySatisfy(message -> assertThat(message).contains("the tests of a factory cannot be systematic"));
    }
}
