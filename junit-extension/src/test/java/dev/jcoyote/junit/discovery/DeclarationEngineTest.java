package dev.jcoyote.junit.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

class DeclarationEngineTest {
    private static final String DECLARATIONS = "dev.jcoyote.examples.junit.WrongDeclarations";

    @ParameterizedTest
    @CsvSource({
        "isPrivate, it is private",
        "isStatic, it is static",
        "isStaticAndPrivate, 'it is private, it is static'",
        "returnsSomething, it returns a value"
    })
    void aTestThatJUnitLeavesOutFailsWithTheReason(String method, String reason) {
        Events tests = tests(selectMethod(DECLARATIONS + "#" + method));

        tests.assertStatistics(statistics -> statistics.started(1).failed(1));
        assertThat(tests.finished().stream()
                        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                        .map(result -> result.getThrowable().orElseThrow().getMessage()))
                .containsExactly("The systematic test " + DECLARATIONS + "." + method
                        + " is never run, since JUnit leaves it out: " + reason + ". Declare it as \"void " + method
                        + "(...)\", neither private nor static, with a body.");
    }

    @Test
    void aClassFailsForEachOfItsTestsAndThoseItInherits() {
        tests(selectClass(DECLARATIONS)).assertStatistics(statistics -> statistics.failed(4));
        tests(selectClass(DECLARATIONS + "$Heir")).assertStatistics(statistics -> statistics.failed(1));
    }

    @Test
    void testsThatAreRightAndTestsThatAreDisabledDoNotFail() {
        tests(selectMethod(DECLARATIONS + "#isRight")).assertStatistics(statistics -> statistics.started(0));
        tests(selectMethod(DECLARATIONS + "#isDisabled")).assertStatistics(statistics -> statistics.started(0));
        tests(selectClass("dev.jcoyote.examples.junit.Samples$Correct"))
                .assertStatistics(statistics -> statistics.started(0));
    }

    @Test
    void withoutWrongDeclarationsTheEngineDoesNotShow() {
        assertThat(plan(selectClass("dev.jcoyote.examples.junit.Samples$Correct"))
                        .getRoots())
                .noneMatch(root -> root.getUniqueId().contains("jcoyote]"));
        assertThat(plan(selectClass(DECLARATIONS)).getRoots())
                .anyMatch(root -> root.getUniqueId().contains("engine:jcoyote]"));
    }

    @Test
    void theTagsOfTheMethodAndTheClassesAreThoseOfTheFailure() {
        LauncherDiscoveryRequest excluding = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectMethod(DECLARATIONS + "#isPrivate"))
                .filters(TagFilter.excludeTags("slow"))
                .build();

        assertThat(LauncherFactory.create().discover(excluding).containsTests()).isFalse();
        assertThat(plan(selectMethod(DECLARATIONS + "#isPrivate")).containsTests())
                .isTrue();
    }

    private static TestPlan plan(DiscoverySelector selector) {
        return LauncherFactory.create()
                .discover(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selector)
                        .build());
    }

    private static Events tests(DiscoverySelector selector) {
        return EngineTestKit.engine("jcoyote").selectors(selector).execute().testEvents();
    }
}
