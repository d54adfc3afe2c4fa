package dev.jcoyote.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;

/** Another run of the JVM gives the same executions. */
class ScenarioDigestTest {
    /** An option of the JVM: how well it compiles decides nothing either, and this is faster here. */
    private static final String COMPILED_QUICKLY = "-XX:TieredStopAtLevel=1";

    private static final String DEBUGGER =
            "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,quiet=y,address=127.0.0.1:0";

    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Test
    void aSeedGivesTheSameExecutionInEveryJvmAndWhateverRanBefore(@TempDir Path folder) throws Exception {
        Child first = new Child(folder.resolve("first"), "-XX:+TieredCompilation");
        Child second = new Child(folder.resolve("second"), COMPILED_QUICKLY);
        List<String> digest = first.lines();
        assertThat(digest).isNotEmpty();
        assertThat(second.lines()).isEqualTo(digest);

        Child reversed = new Child(folder.resolve("reversed"), COMPILED_QUICKLY, "reverse");
        assertThat(reversed.lines()).containsExactlyInAnyOrderElementsOf(digest);
    }

    @Test
    @EnabledForJreRange(minVersion = 24)
    void bothEnginesRunTheSameExecutions(@TempDir Path folder) throws Exception {
        Child platform = new Child(folder.resolve("platform"), "-Dscenarios.engine=platform");
        Child fiber = new Child(folder.resolve("fiber"), "-Dscenarios.engine=fiber");
        assertThat(fiber.lines()).isNotEmpty().isEqualTo(platform.lines());
    }

    @Test
    void aDebuggerChangesNoExecution(@TempDir Path folder) throws Exception {
        Child plain = new Child(folder.resolve("plain"), COMPILED_QUICKLY);
        // Nobody attaches: each hook still asks whether an evaluation has come to it, and none has.
        Child debugged = new Child(folder.resolve("debugged"), DEBUGGER);
        assertThat(debugged.lines()).isNotEmpty().isEqualTo(plain.lines());
    }

    /** A JVM that runs {@link ScenarioDigest}, in parallel with this one. */
    private static final class Child {
        private final ChildJvm jvm;

        Child(Path output, String option, String... arguments) throws IOException {
            jvm = new ChildJvm(output, List.of(option), ScenarioDigest.class, arguments);
        }

        List<String> lines() throws Exception {
            return jvm.lines(LIMIT);
        }
    }
}
