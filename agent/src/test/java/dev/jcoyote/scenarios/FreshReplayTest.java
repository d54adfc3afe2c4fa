package dev.jcoyote.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A schedule that one JVM has recorded fails in every other one, on each engine. */
class FreshReplayTest {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    @Test
    void schedulesFailInTwoOtherJvms() throws Exception {
        replays(2);
    }

    @Test
    @Tag("stress")
    void schedulesFailInAHundredOtherJvms() throws Exception {
        replays(100);
    }

    private void replays(int jvms) throws Exception {
        run("record", "platform");
        List<String> engines = Installation.engines().toList();
        for (int i = 0; i < jvms; i++) {
            String line = run("replay", engines.get(i % engines.size()));
            int schedules = Integer.parseInt(line.substring(0, line.indexOf(' ')));
            assertThat(schedules).isGreaterThan(50);
        }
    }

    private String run(String what, String engine) throws Exception {
        ChildJvm child =
                new ChildJvm(folder.resolve("output"), List.of(), FreshReplay.class, what, folder.toString(), engine);
        List<String> lines = child.lines(LIMIT);
        return lines.get(lines.size() - 1);
    }
}
