package dev.jcoyote.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RefusedAgentTest {
    @Test
    @Timeout(60)
    void inAJvmThatRefusesTheAgentOnlySystematicTestsFail() throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-EnableDynamicAgentLoading",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChildRun.class.getName())
                .redirectErrorStream(true)
                .start();
        String printed = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(printed)
                .contains("ordinary(): SUCCESSFUL")
                .contains("systematic(): FAILED: The agent cannot attach itself to this JVM: ")
                .contains("-javaagent:");
    }
}
