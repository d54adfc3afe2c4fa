package dev.jcoyote.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jcoyote.install.InstallationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AttachmentTest {
    @Test
    void whatWentWrongIsToldToEveryTestAndTriedOnce() {
        AtomicInteger tries = new AtomicInteger();
        Attachment attachment = new Attachment(() -> {
            tries.incrementAndGet();
            throw new InstallationException("This JVM will not have it.");
        });

        assertThatCode(attachment::attach).doesNotThrowAnyException();

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(attachment::require)
                    .isInstanceOf(InstallationException.class)
                    .hasMessage("This JVM will not have it.");
        }
        assertThat(tries).hasValue(1);
    }

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
