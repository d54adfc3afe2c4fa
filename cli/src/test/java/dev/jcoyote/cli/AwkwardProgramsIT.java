package dev.jcoyote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs and JVMs that do what a tool does not expect. */
class AwkwardProgramsIT {
    @TempDir
    private Path folder;

    private String classes;

    @BeforeEach
    void compile() throws IOException {
        classes = Programs.compile(folder, List.of(), """
                        a/Awkward.java
                        package a;
                        import java.util.concurrent.atomic.*;
                        public class Awkward {
                            void exits() { System.exit(3); }
                            void exitsInAThread() throws Exception {
                                Thread thread = new Thread(() -> Runtime.getRuntime().halt(3), "quitter");
                                thread.start();
                                thread.join();
                            }
                            void swallowsAll() {
                                Object lock = new Object();
                                while (true) {
                                    try { synchronized (lock) { lock.wait(); } } catch (Throwable all) { continue; }
                                }
                            }
                            void losesUpdates() throws Exception {
                                AtomicInteger count = new AtomicInteger();
                                Thread[] threads = new Thread[2];
                                for (int i = 0; i < 2; i++) {
                                    threads[i] = new Thread(() -> count.set(count.get() + 1), "t" + i);
                                    threads[i].start();
                                }
                                for (Thread thread : threads) thread.join();
                                if (count.get() != 2) throw new AssertionError("lost");
                            }
                        }
                        """).toString();
    }

    @Test
    void aTestThatEndsTheJvmIsABug() throws Exception {
        try (CommandRun run = test(List.of(), "exits")) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out()).contains("System.exit(3) (in main)").contains("FAILED: 1 bug in 1 execution.");
        }
        try (CommandRun run = test(List.of(), "exitsInAThread")) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out()).contains("(3) (in quitter (main.1))");
        }
    }

    @Test
    void aTestThatCatchesEverythingEndsAndSaysWhatToDo() throws Exception {
        try (CommandRun run = test(List.of(), "swallowsAll")) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out())
                    .contains("main waits to be notified")
                    .contains("Left behind: main")
                    .contains("ExecutionAbandoned");
        }
    }

    @Test
    void anAgentThatIsThereAlreadyDoesNoHarm() throws Exception {
        String agent =
                "-javaagent:" + Path.of(System.getProperty("jcoyote.jar")).toAbsolutePath();
        String once;
        try (CommandRun run = test(List.of(), "losesUpdates")) {
            assertThat(run.exitCode()).isEqualTo(2);
            once = found(run);
        }
        for (List<String> options : List.of(List.of(agent), List.of(agent, agent))) {
            try (CommandRun run = test(options, "losesUpdates")) {
                assertThat(run.exitCode()).isEqualTo(2);
                assertThat(found(run)).isEqualTo(once);
                assertThat(run.err()).isEmpty();
            }
        }
    }

    private CommandRun test(List<String> jvmOptions, String method) throws IOException, InterruptedException {
        CommandRun run = CommandRun.start(folder, jvmOptions, "test", classes, "-m", method, "--seed", "1");
        run.exitCode();
        return run;
    }

    private static String found(CommandRun run) {
        return run.out()
                .lines()
                .filter(line -> line.startsWith("... Found a bug"))
                .findFirst()
                .orElseThrow();
    }
}
