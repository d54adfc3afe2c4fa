package dev.jcoyote.samples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** The README's test in a project that has its two dependencies and no flag. */
class SurefireIT {
    private static final String WARNING = "WARNING: A Java agent has been loaded dynamically";

    private final SampleBuild build = SampleBuild.of("surefire");

    @Test
    void theBuggyTestFailsWithItsScheduleAndItsFixedTwinPasses() {
        assertThat(build.logs().get(0))
                .contains("expected: <2> but was: <1>")
                .contains("Schedule:  target/jcoyote/CounterTest.bothIncrementsCount_0.schedule")
                .contains("-Djcoyote.replay=target/jcoyote/CounterTest.bothIncrementsCount_0.schedule")
                .contains("Tests run: 3, Failures: 1, Errors: 0, Skipped: 0");
    }

    @Test
    void everyReplayFailsAsTheExplorationDid() {
        Replays.checkAll(build, 3);
    }

    @Test
    @Tag("stress")
    void twentyReplaysFailAsTheExplorationDid() {
        Replays.checkAll(build, 20);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void withoutTheFlagTheJvmWarnsOfTheAgentThatItHasLoadedItself() {
        assertThat(build.testLog()).containsPattern(WARNING + " \\(.*jcoyote-agent.*\\.jar\\)");
    }

    @Test
    void withTheFlagItDoesNotWarnOfAnything() {
        SampleBuild flagged = SampleBuild.of("no-warning");

        assertThat(flagged.testLog()).doesNotContain("WARNING: ").contains("expected: <2> but was: <1>");
        assertThat(flagged.schedules()).containsExactly("CounterTest.bothIncrementsCount_0.schedule");
    }
}
