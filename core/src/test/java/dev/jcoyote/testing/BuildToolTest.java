package dev.jcoyote.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BuildToolTest {
    private static final String SCHEDULE = "target/jcoyote/OrderTest.pays_0.schedule";

    private static BuildTool startedWith(String property) {
        return BuildTool.of(Map.of(property, "x")::get);
    }

    @Test
    void mavenRunsTheOneTestAgain() {
        BuildTool maven = startedWith("surefire.test.class.path");

        assertThat(maven.replay("shop.OrderTest.pays", SCHEDULE))
                .isEqualTo("mvn test -Dtest=OrderTest#pays -Djcoyote.replay=" + SCHEDULE);
        assertThat(maven.debug("shop.OrderTest.pays", SCHEDULE))
                .startsWith("mvn test -Dmaven.surefire.debug -Dtest=OrderTest#pays -Djcoyote.replay=" + SCHEDULE);
    }

    @Test
    void integrationTestsAreRunByFailsafe() {
        BuildTool maven = startedWith("surefire.real.class.path");

        assertThat(maven.replay("shop.OrderIT.pays", SCHEDULE))
                .isEqualTo("mvn verify -Dit.test=OrderIT#pays -Djcoyote.replay=" + SCHEDULE);
        assertThat(maven.debug("shop.OrderIT.pays", SCHEDULE)).contains(" -Dmaven.failsafe.debug ");
    }

    @Test
    void namesThatAShellWouldChangeAreQuoted() {
        assertThat(startedWith("surefire.test.class.path")
                        .replay("shop.OrderTest$Paid.a customer's order[2]", "target/my dir/x.schedule"))
                .isEqualTo("mvn test '-Dtest=OrderTest$Paid#a customer'\\''s order'"
                        + " '-Djcoyote.replay=target/my dir/x.schedule'");
    }

    @Test
    void gradleTakesAFilter() {
        BuildTool gradle = startedWith("org.gradle.test.worker");

        assertThat(gradle.replay("shop.OrderTest.pays", SCHEDULE))
                .startsWith("gradle test --tests OrderTest.pays -Djcoyote.replay=" + SCHEDULE);
        assertThat(gradle.debug("shop.OrderTest.pays", SCHEDULE)).contains("--debug-jvm");
    }

    @Test
    void anIdeTakesAnOption() {
        BuildTool ide = startedWith("java.version");

        assertThat(ide.replay("shop.OrderTest.pays", SCHEDULE)).startsWith("-Djcoyote.replay=" + SCHEDULE);
    }
}
