package dev.jcoyote.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is correct once is correct millions of times, with each garbage collector and compiler. */
@Tag("stress")
class StressTest {
    private static final long SWITCHES = 50_000_000;
    private static final Duration LIMIT_OF_SWITCHES = Duration.ofMinutes(10);

    private static final int EXECUTIONS = 1_000_000;
    private static final Duration LIMIT_OF_EXECUTIONS = Duration.ofMinutes(5);

    /** For the JVM's start and end, and for the execution that is under way when the time is up. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    @ParameterizedTest
    @EnabledForJreRange(minVersion = 24)
    @ValueSource(
            strings = {
                "-XX:+UseG1GC",
                "-XX:+UseParallelGC",
                "-XX:+UseSerialGC",
                "-XX:+UseZGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-TieredCompilation"
            })
    void fiftyMillionSwitchesOfFibersLeaveEveryThreadAsItWas(String option, @TempDir Path folder) throws Exception {
        tell(new ChildJvm(
                        folder.resolve("output"),
                        List.of("-Xmx1g", option),
                        FiberStress.class,
                        "fiber",
                        Long.toString(SWITCHES))
                .lines(LIMIT_OF_SWITCHES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "platform"})
    void theScenariosEndAsTheyMustHoweverOftenTheyRun(String engine, @TempDir Path folder) throws Exception {
        tell(new ChildJvm(
                        folder.resolve("output"),
                        List.of("-Xmx1g"),
                        ScenarioStress.class,
                        engine,
                        Integer.toString(EXECUTIONS),
                        Long.toString(LIMIT_OF_EXECUTIONS.toSeconds()))
                .lines(LIMIT_OF_EXECUTIONS.plus(MARGIN)));
    }

    private static void tell(List<String> lines) {
        assertThat(lines).hasSize(1);
        System.out.println(lines.get(0));
    }
}
