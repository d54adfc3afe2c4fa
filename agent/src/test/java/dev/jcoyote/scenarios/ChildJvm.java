package dev.jcoyote.scenarios;

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

/** A JVM that runs one of the programs of these tests beside this one, for a limited time. */
final class ChildJvm {
    private static final Duration LIMIT_OF_DUMP = Duration.ofSeconds(20);

    private final Path output;
    private final Path errors;
    private final Process process;

    /**
     * Starts it.
     *
     * @param output the file for what it prints
     * @param options of the JVM
     */
    ChildJvm(Path output, List<String> options, Class<?> program, String... arguments) throws IOException {
        this.output = output;
        this.errors = Path.of(output + ".errors");
        List<String> command = new ArrayList<>(
                List.of(tool("java"), "-Djdk.attach.allowAttachSelf=true", "-XX:+EnableDynamicAgentLoading"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
    }

    private static String tool(String name) {
        String suffix = File.separatorChar == '\\' ? ".exe" : "";
        return Path.of(System.getProperty("java.home"), "bin", name + suffix).toString();
    }

    /** Waits for its end; fails with the stacks of its threads if that does not come in time. */
    List<String> lines(Duration limit) throws IOException, InterruptedException {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                fail(
                        "The JVM has not ended within %d s. It has printed:%n%s%nIts threads:%n%s",
                        limit.toSeconds(), all(), threads());
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

    /** Asked for by the JDK's tool; one that stands still in the JVM does not answer that either. */
    private String threads() throws IOException, InterruptedException {
        Path dump = Path.of(output + ".threads");
        Process asking = new ProcessBuilder(tool("jcmd"), Long.toString(process.pid()), "Thread.print")
                .redirectErrorStream(true)
                .redirectOutput(dump.toFile())
                .start();
        boolean answered = asking.waitFor(LIMIT_OF_DUMP.toMillis(), TimeUnit.MILLISECONDS);
        asking.destroyForcibly();
        return answered ? Files.readString(dump) : "it does not tell them within " + LIMIT_OF_DUMP.toSeconds() + " s";
    }
}
