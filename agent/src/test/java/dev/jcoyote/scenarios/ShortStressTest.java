package dev.jcoyote.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;

/** Switches leave every thread as it was: as many as there is time for in every build. */
class ShortStressTest {
    private static final Duration LIMIT = Duration.ofSeconds(120);

    @Test
    @EnabledForJreRange(minVersion = 24)
    void aMillionSwitchesOfFibersLeaveEveryThreadAsItWas(@TempDir Path folder) throws Exception {
        switches(folder, "fiber", 1_000_000);
    }

    @Test
    void switchesOfPlatformThreadsLeaveEveryThreadAsItWas(@TempDir Path folder) throws Exception {
        switches(folder, "platform", 50_000);
    }

    private static void switches(Path folder, String engine, long switches) throws Exception {
        // Interpreted frames need more of the stack than compiled ones.
        List<String> room = List.of("-Xss2m");
        ChildJvm child =
                new ChildJvm(folder.resolve("output"), room, FiberStress.class, engine, Long.toString(switches));
        assertThat(child.lines(LIMIT)).singleElement().asString().contains("on the engine " + engine);
    }
}
