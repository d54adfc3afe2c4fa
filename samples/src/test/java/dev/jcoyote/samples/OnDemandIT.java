package dev.jcoyote.samples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The tool is there when it is asked for, and only then. */
class OnDemandIT {
    @Test
    void aTestThatWasNeverEditedRunsSystematicallyAndReplays() {
        SampleBuild build = SampleBuild.of("unedited");

        assertThat(build.logs().get(0)).contains("Tests run: 2, Failures: 0, Errors: 0, Skipped: 0");
        assertThat(build.logs().get(1)).contains("Tests run: 2, Failures: 1, Errors: 0, Skipped: 0");
        assertThat(build.logs().get(1))
                .contains("OrderTest.bothOrdersCount")
                .contains("The simplest execution that fails in this way");
        TestResult replayed = build.test("com.example.OrderTest", "bothOrdersCount");
        assertThat(replayed.text()).contains("dev.jcoyote.BugFoundError").contains("Replayed:  target/jcoyote/");
    }

    @Test
    void withoutASystematicTestNoClassOfTheAgentIsLoaded() {
        SampleBuild build = SampleBuild.of("no-systematic-test");
        String agent = "dev.jcoyote.agent.JcoyoteAgent";

        assertThat(build.text("target/ordinary.log"))
                .contains("com.example.OrdinaryTest")
                .doesNotContain(agent);
        assertThat(build.text("target/systematic.log"))
                .contains("com.example.OrdinaryTest")
                .contains(agent);
    }
}
