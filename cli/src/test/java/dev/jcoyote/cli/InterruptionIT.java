package dev.jcoyote.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, as the signal that the terminal sends. */
@DisabledOnOs(OS.WINDOWS)
class InterruptionIT {
    private static final String MANY = "2000000000";

    @TempDir
    private Path folder;

    private String classes;

    @BeforeEach
    void compile() throws IOException {
        assumeFalse(
                CommandRun.ignoresInterrupts(), "started in the background, where the shell switches the signal off");
        classes = Programs.compile(folder, List.of(), """
                        a/Calm.java
                        package a;
                        class Calm {
                            void test() throws Exception { Thread t = new Thread(() -> {}); t.start(); t.join(); }
                            /** Slow outside control too: an execution lasts while the test below sends signals. */
                            void busy() {
                                long x = 0;
                                for (long i = 0; i < 4_000_000_000L; i++) x += i * x + 1;
                                if (x == 42) throw new IllegalStateException();
                            }
                        }
                        """).toString();
    }

    @Test
    void theFirstOneEndsWithTheSummary() throws Exception {
        try (CommandRun run = start("test")) {
            run.awaitOut("..... Execution #1000\n");
            // The signal is taken over only after a while.
            Thread.sleep(500);
            run.interrupt();

            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).contains("... Statistics:").contains("Stopped by Ctrl-C");
            assertThat(run.out().lines().reduce((a, b) -> b).orElse("")).matches("(PASSED|INCOMPLETE): .*");
            assertThat(run.err()).contains("Press Ctrl-C again");
        }
    }

    @Test
    void theSecondOneEndsAtOnce() throws Exception {
        try (CommandRun run = start("busy")) {
            run.awaitOut("..... Execution #2\n");
            run.interrupt();
            run.awaitErr("Press Ctrl-C again");
            run.interrupt();

            assertThat(run.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
            assertThat(run.out()).doesNotContain("Statistics");
        }
    }

    private CommandRun start(String method) throws IOException {
        return CommandRun.start(folder, List.of(), "test", classes, "-m", method, "-i", MANY);
    }
}
