package dev.jcoyote.examples.e02server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.cause;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.jcoyote.BugFoundError;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;
import org.opentest4j.AssertionFailedError;

/** The buggy server's systematic test fails in JUnit, and so does its replay. */
class CloseAwaitsConnectionsTest {
    @TempDir
    private Path output;

    private EngineTestKit.Builder systematicTest() {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(CloseAwaitsConnections.class, "inManyInterleavings"))
                .configurationParameter("jcoyote.output", output.toString());
    }

    private static void assertFails(Events tests) {
        tests.assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                test("inManyInterleavings"),
                                finishedWithFailure(
                                        instanceOf(BugFoundError.class),
                                        message(text -> text.contains("but close awaited")),
                                        cause(instanceOf(AssertionFailedError.class)))));
    }

    @Test
    void theBugIsFoundAndItsScheduleReplays() {
        assertFails(systematicTest().execute().testEvents());

        Path schedule = output.resolve("CloseAwaitsConnections.inManyInterleavings_0.schedule");
        assertThat(schedule).exists();
        assertFails(systematicTest()
                .configurationParameter("jcoyote.replay", schedule.toString())
                .execute()
                .testEvents());
    }
}
