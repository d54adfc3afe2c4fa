package dev.jcoyote.samples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Maven projects of many kinds: in each the buggy test fails for its bug, and the others pass. */
class BuildVariantsIT {
    private static final String LOST = "expected: <2> but was: <1>";
    private static final String REPLAY_OF_JAR = "mvn verify -Dit.test=CounterIT#bothIncrementsCount"
            + " -Djcoyote.replay=target/jcoyote/CounterIT.bothIncrementsCount_0.schedule";

    @Test
    void surefireThatLoadsTestClassesEarlyFindsTheBugInJupiter510() {
        SampleBuild build = SampleBuild.of("surefire-3.2.5-jupiter-5.10");

        assertFails(build.test("com.example.CounterTest", "bothIncrementsCount"));
        assertPasses(build.test("com.example.FixedCounterTest", "bothIncrementsCount"));
        assertPasses(build.test("com.example.FixedCounterTest", "oneIncrementCounts"));
        assertThat(build.text("target/surefire-reports/TEST-com.example.CounterTest.xml"))
                .contains("junit-jupiter-engine-5.10.5.jar");
    }

    @Test
    void testsInTheModuleOfTheCodeFindTheBug() {
        SampleBuild build = SampleBuild.of("modules");

        assertFails(build.test("com.example.counters.CounterTest", "bothIncrementsCount"));
        assertPasses(build.test("com.example.counters.FixedCounterTest", "bothIncrementsCount"));
        assertPasses(build.test("com.example.counters.ModuleTest", "testsRunInTheModule"));
    }

    @Test
    void integrationTestsFindTheBugOfTheJar() {
        SampleBuild build = SampleBuild.of("failsafe");

        assertThat(build.logs().get(0)).contains(LOST).contains(REPLAY_OF_JAR);
        TestResult replayed = build.integrationTest("com.example.CounterIT", "bothIncrementsCount");
        assertFails(replayed);
        assertThat(replayed.text()).contains("Replayed:  target/jcoyote/CounterIT.bothIncrementsCount_0.schedule");
        assertPasses(build.integrationTest("com.example.FixedCounterIT", "bothIncrementsCount"));
        assertPasses(build.integrationTest("com.example.JarIT", "theCodeComesFromTheJar"));
    }

    @Test
    void aKotlinTestWithSpacesInItsNameFindsTheBug() {
        SampleBuild build = SampleBuild.of("kotlin");

        assertFails(build.test("com.example.CounterTest", "both increments count"));
        assertPasses(build.test("com.example.CounterTest", "both atomic increments count"));
        assertThat(build.schedules()).containsExactly("CounterTest.both_increments_count_0.schedule");
        assertThat(build.text("target/jcoyote/CounterTest.both_increments_count_0.schedule"))
                .contains("com.example.CounterTest.both increments count");
    }

    @Test
    void aHomeThatCannotBeWrittenIsNotNeeded() {
        SampleBuild build = SampleBuild.of("read-only-home");

        assertFails(build.test("com.example.CounterTest", "bothIncrementsCount"));
        assertPasses(build.test("com.example.HomeTest", "theHomeCannotBeWritten"));
    }

    @Test
    void aJvmThatLetsNobodyAttachIsStartedWithTheAgent() {
        SampleBuild build = SampleBuild.of("java-agent");

        assertFails(build.test("com.example.CounterTest", "bothIncrementsCount"));
        assertThat(build.testLog()).doesNotContain("WARNING: ");
    }

    private static void assertFails(TestResult result) {
        assertThat(result.status()).as(result.text()).isEqualTo("failure");
        assertThat(result.text())
                .contains("dev.jcoyote.BugFoundError")
                .contains(LOST)
                .contains("The simplest execution that fails in this way")
                .contains("-Djcoyote.replay=target/jcoyote/");
    }

    private static void assertPasses(TestResult result) {
        assertThat(result.passed()).as(result.text()).isTrue();
    }
}
