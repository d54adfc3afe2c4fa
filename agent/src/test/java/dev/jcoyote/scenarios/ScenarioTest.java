package dev.jcoyote.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.jcoyote.Bug;
import dev.jcoyote.Configuration;
import dev.jcoyote.Race;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.Verdict;
import dev.jcoyote.control.ExecutionRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledForJreRange;

/** Every scenario gets its verdict, whatever the seed repeats itself, every bug replays, and no thread is left behind. */
class ScenarioTest {
    private static final int REPEATS = 20;
    private static final int REPLAYS = 5;

    @BeforeAll
    static void instrument() {
        Installation.ensure();
    }

    @TestFactory
    Stream<DynamicContainer> everyScenario() {
        return Scenarios.classes().map(type -> dynamicContainer(type.getSimpleName(), testsOf(type)));
    }

    /** The others run on platform threads where the older JDK is tested. */
    @TestFactory
    @EnabledForJreRange(minVersion = 24)
    Stream<DynamicTest> everyScenarioOfNewerJdksOnPlatformThreads() {
        return Scenarios.classes()
                .flatMap(Scenario::of)
                .filter(Scenario::needsNewerJdk)
                .map(scenario -> dynamicTest(scenario.name(), () -> hasItsVerdict(scenario, "platform")));
    }

    private static Stream<DynamicTest> testsOf(Class<?> type) {
        return Scenario.of(type)
                .flatMap(scenario -> Stream.of(
                        dynamicTest(scenario.sentence(), () -> hasItsVerdict(scenario, Installation.engine())),
                        dynamicTest(scenario.sentence() + ": the same with the same seed", () -> repeats(scenario))));
    }

    private static void hasItsVerdict(Scenario scenario, String engine) throws Throwable {
        Report report = SystematicTesting.explore(scenario.configuration().withEngine(engine), scenario.body());
        if (scenario.bug() != null) {
            hasItsBug(scenario, report);
        } else {
            assertThat(report.bugs()).extracting(Bug::report).isEmpty();
            Verdict expected = scenario.isCutOff() ? Verdict.INCOMPLETE : Verdict.PASSED;
            assertThat(report.verdict()).as("%s", report.warnings()).isEqualTo(expected);
        }
        assertThat(report.warnings()).noneMatch(line -> line.startsWith("Not deterministic"));
        if (scenario.bug() == null && !scenario.races()) {
            assertThat(report.races()).extracting(Race::text).isEmpty();
        }
        String warning = scenario.warning();
        if (warning != null) {
            assertThat(report.warnings()).anyMatch(line -> line.contains(warning));
        }
        if (!scenario.leavesThreadsBehind()) {
            assertThat(report.warnings()).noneMatch(line -> line.startsWith(Scenario.LEFT_BEHIND));
        }
    }

    private static void hasItsBug(Scenario scenario, Report report) {
        assertThat(report.bugs())
                .as("bugs in %s executions, warnings %s", report.executions(), report.warnings())
                .hasSize(1);
        Bug bug = report.bugs().get(0);
        assertThat(bug.kind()).as(bug.report()).isEqualTo(scenario.bug());
        assertThat(bug.message()).contains(scenario.saying());
        for (int i = 0; i < REPLAYS; i++) {
            Configuration configuration = scenario.configuration().withEngine(Installation.engineOfTurn(i));
            Report replay = SystematicTesting.replay(configuration, bug.schedule(), scenario.body());
            assertThat(replay.divergence()).isNull();
            assertThat(replay.bugs()).singleElement().satisfies(again -> {
                assertThat(again.kind()).isEqualTo(bug.kind());
                assertThat(withoutAddresses(again.message())).isEqualTo(withoutAddresses(bug.message()));
            });
        }
    }

    /** Programs that print objects by their identity print something else each time. */
    private static String withoutAddresses(String message) {
        return message.replaceAll("(/0x[0-9a-f]+)?@[0-9a-f]+", "@");
    }

    private static void repeats(Scenario scenario) {
        try (ExecutionRunner runner = new ExecutionRunner(Installation.engine(), ScenarioTest.class.getClassLoader())) {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < REPEATS; i++) {
                texts.add(Recording.of(scenario, runner, "random", 7).text());
            }
            assertThat(texts).allSatisfy(text -> assertThat(text).isEqualTo(texts.get(0)));
        }
    }
}
