package dev.jcoyote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script at the top of the project finds a JDK and calls the jar, or says what is missing. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
    private record Run(int exitCode, String output) {}

    @TempDir
    private Path folder;

    @Test
    void itRunsFromAnotherFolderThroughALinkWithABlank() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("my jcoyote"), script());
        Run run = run(link, System.getProperty("java.home"), "--version");

        assertThat(run.output()).startsWith("jcoyote 0.");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aJdkThatIsTooOldIsNamedWithTheOneThatIsNeeded() throws Exception {
        Path old = Files.createDirectories(folder.resolve("old/bin"));
        Files.writeString(folder.resolve("old/release"), "JAVA_VERSION=\"11.0.2\"\n");
        File java = Files.writeString(old.resolve("java"), "#!/bin/sh\n").toFile();
        assertThat(java.setExecutable(true)).isTrue();
        Run run = run(script(), folder.resolve("old").toString(), "--version");

        assertThat(run.output())
                .contains("needs JDK 17 or later")
                .contains("11.0.2")
                .contains("JAVA_HOME");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    private static Path script() {
        // cli/target/jcoyote.jar
        Path jar = Path.of(System.getProperty("jcoyote.jar")).toAbsolutePath();
        return jar.getParent().getParent().getParent().resolve("jcoyote");
    }

    private Run run(Path launcher, String javaHome, String argument) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(launcher.toString(), argument)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", javaHome);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), output);
    }
}
