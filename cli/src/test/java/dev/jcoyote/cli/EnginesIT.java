package dev.jcoyote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The choice of an engine, and that it changes no execution. */
class EnginesIT {
    private static final String EXAMPLES =
            Path.of(System.getProperty("jcoyote.examples.jar", "")).toString();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnabledForJreRange(minVersion = 24)
    @ValueSource(
            strings = {
                "closeAwaitsEveryConnection",
                "transfersInOppositeDirections",
                "everyItemIsTaken",
                "valueIsLoadedOnce"
            })
    void bothEnginesWriteTheSameFilesAndReplayThoseOfTheOther(String method) throws Exception {
        explore(method, "fiber");
        explore(method, "platform");

        for (String file : List.of(method + "_0.schedule", method + "_0.txt")) {
            assertThat(folder.resolve("fiber").resolve(file))
                    .hasSameTextualContentAs(folder.resolve("platform").resolve(file));
        }
        replay(method, "fiber", "platform");
        replay(method, "platform", "fiber");
    }

    private void explore(String method, String engine) throws Exception {
        try (CommandRun run = CommandRun.run(
                folder, "test", EXAMPLES, "-m", method, "--seed", "3", "--engine", engine, "-v", "-o", engine)) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out()).contains("... Engine: " + engine + ", since it was asked for.\n");
        }
    }

    private void replay(String method, String recordedBy, String engine) throws Exception {
        String schedule = recordedBy + "/" + method + "_0.schedule";
        try (CommandRun run = CommandRun.run(folder, "replay", EXAMPLES, schedule, "--engine", engine)) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out()).endsWith("FAILED: reproduced the recorded failure.\n");
        }
    }

    @Test
    @EnabledForJreRange(minVersion = 24)
    void fibersAreTakenWhereTheyWork() throws Exception {
        try (CommandRun run = hello("-v")) {
            assertThat(run.exitCode()).isZero();
            assertThat(run.out())
                    .contains("... Engine: fiber, since this JVM has fibers, and they pass the self-test.\n");
        }
    }

    @Test
    @EnabledForJreRange(minVersion = 24)
    void aDebuggerGetsPlatformThreads() throws Exception {
        String debugger = "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,quiet=y,address=127.0.0.1:0";
        try (CommandRun run = hello("-v", "--jvm-arg", debugger)) {
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).contains("... Engine: platform, since a debugger may attach, and it cannot");
        }
        try (CommandRun run = hello("--engine", "fiber", "--jvm-arg", debugger)) {
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).startsWith("jcoyote: The engine \"fiber\" cannot be used: a debugger may attach");
        }
    }

    @Test
    @EnabledForJreRange(maxVersion = 23)
    void fibersOfAJdkThatHasNoneAreRefusedWithTheReasonAndWhatToDo() throws Exception {
        try (CommandRun run = hello("--engine", "fiber")) {
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err())
                    .isEqualTo("jcoyote: The engine \"fiber\" cannot be used: JDK "
                            + Runtime.version().feature()
                            + " has no fibers that can hold monitors: JDK 24 is the first that does."
                            + " Use the engine \"auto\" or \"platform\": it runs the same executions,"
                            + " on platform threads.\n");
        }
    }

    @Test
    void anUnknownEngineIsRefusedWithThoseThatThereAre() throws Exception {
        try (CommandRun run = hello("--engine", "green")) {
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err())
                    .startsWith("jcoyote: There is no engine \"green\"; choose one of auto, fiber, platform");
        }
    }

    private CommandRun hello(String... options) throws Exception {
        List<String> line = new ArrayList<>(List.of("test", EXAMPLES, "-m", "HelloWorld.main", "-i", "2"));
        line.addAll(List.of(options));
        return CommandRun.run(folder, line.toArray(new String[0]));
    }
}
