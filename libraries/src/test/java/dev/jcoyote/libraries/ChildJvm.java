package dev.jcoyote.libraries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A JVM that runs one program of these tests beside this one: what libraries keep in static fields ends with it. */
final class ChildJvm {
    private static final Duration LIMIT = Duration.ofMinutes(20);

    private final Path output;
    private final Path errors;
    private final Process process;

    /**
     * Starts it.
     *
     * @param jar goes before all others on the class path; null for none
     */
    ChildJvm(Path output, @Nullable Path jar, Class<?> program, String... arguments) throws IOException {
        this.output = output;
        this.errors = Path.of(output + ".errors");
        String path = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.attach.allowAttachSelf=true",
                "-XX:+EnableDynamicAgentLoading",
                "-cp",
                jar == null ? path : jar + File.pathSeparator + path,
                program.getName()));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
    }

    /** Waits for its end, and gives what it has printed. */
    List<String> lines() throws IOException, InterruptedException {
        try {
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                fail("The JVM has not ended within %d s. It has printed:%n%s", LIMIT.toSeconds(), all());
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(this::all).isZero();
        return Files.readAllLines(output);
    }

    private String all() {
        try {
            return Files.readString(output) + Files.readString(errors);
        } catch (IOException e) {
            return "no output: " + e;
        }
    }
}
