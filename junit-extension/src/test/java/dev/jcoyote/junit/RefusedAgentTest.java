package dev.jcoyote.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedAgentTest {
    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    @ParameterizedTest
    @ValueSource(strings = {"-XX:-EnableDynamicAgentLoading", "-XX:+DisableAttachMechanism"})
    @Timeout(60)
    void inAJvmThatRefusesTheAgentOnlySystematicTestsFail(String flag) throws IOException, InterruptedException {
        assertThat(run(JAVA_HOME, flag))
                .contains("ordinary(): SUCCESSFUL")
                .contains("systematic(): FAILED: The agent cannot attach itself to this JVM: it was started with "
                        + flag + ". Start the JVM with the agent instead: -javaagent:")
                .contains("<argLine>-javaagent:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.instrument | The agent cannot attach itself to this JVM: its Java runtime has no module"
                        + " jdk.attach. Start the JVM with the agent instead: -javaagent:",
                "jdk.attach | This Java runtime has no module java.instrument"
            })
    @Timeout(120)
    void aJavaRuntimeWithoutAModuleIsToldWhichItLacks(String modulesAndMessage, @TempDir Path folder)
            throws IOException, InterruptedException {
        String[] parts = modulesAndMessage.split(" \\| ", 2);
        Path linker = JAVA_HOME.resolve("bin").resolve("jlink");
        assumeThat(Files.exists(linker)).isTrue();
        Path runtime = folder.resolve("runtime");
        output(List.of(
                linker.toString(),
                "--add-modules",
                "java.management,java.logging," + parts[0],
                "--output",
                runtime.toString()));

        assertThat(run(runtime, "-Xshare:auto"))
                .contains("ordinary(): SUCCESSFUL")
                .contains("FAILED: " + parts[1]);
    }

    private static String run(Path javaHome, String flag) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(javaHome.resolve("bin").resolve("java").toString());
        command.add(flag);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ChildRun.class.getName()));
        return output(command);
    }

    private static String output(List<String> command) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return printed;
    }
}
