package dev.jcoyote.samples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code SystematicTesting.run} where JUnit's extension is not. */
class OtherFrameworksIT {
    private static final String REPLAY = "mvn test -Dtest=CounterTest#bothIncrementsCount"
            + " -Djcoyote.replay=target/jcoyote/CounterTest.bothIncrementsCount_0.schedule";

    private final SampleBuild build = SampleBuild.of("other-frameworks");

    @Test
    void theBuggyTestFailsInEachFrameworkAndItsFixedTwinPasses() {
        assertThat(build.logs().get(0).split("Tests run: 2, Failures: 1, Errors: 0, Skipped: 0, Time", -1))
                .hasSize(3);
        assertThat(build.logs().get(0)).contains(REPLAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"junit4", "testng"})
    void theLineThatTheFailureShowsReplaysIt(String framework) {
        SampleBuild module = new SampleBuild(build.folder().resolve(framework), build.logs());

        TestResult replayed = module.test("com.example.CounterTest", "bothIncrementsCount");
        assertThat(replayed.status()).as(replayed.text()).isEqualTo("failure");
        assertThat(replayed.text())
                .contains("dev.jcoyote.BugFoundError")
                .contains("The simplest execution that fails in this way")
                .contains("Replayed:  target/jcoyote/CounterTest.bothIncrementsCount_0.schedule");
        assertThat(module.schedules()).hasSize(1);
    }

    @Test
    void aMainEndsWithTheBug() {
        assertThat(build.logs().get(0))
                .contains("Atomic increments: no bug found")
                .contains("Exception in thread \"main\" dev.jcoyote.BugFoundError")
                .contains("2 increments, but the count is 1");
        assertThat(new SampleBuild(build.folder().resolve("plain-main"), build.logs()).schedules())
                .hasSize(1);
    }
}
