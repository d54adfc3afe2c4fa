package dev.jcoyote.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process that runs the command line's jar or another program, with its output in files. */
final class CommandRun implements AutoCloseable {
    private static final long LIMIT_SECONDS = 120;

    private final Process process;
    private final Path out;
    private final Path err;

    private CommandRun(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts {@code java <options> -jar jcoyote.jar <line>} in a folder. */
    static CommandRun start(Path folder, List<String> options, String... line) throws IOException {
        String jar = System.getProperty("jcoyote.jar");
        if (jar == null) {
            throw new IllegalStateException("The system property jcoyote.jar must name the command line's jar");
        }
        List<String> all = new ArrayList<>(options);
        all.add("-jar");
        all.add(Path.of(jar).toAbsolutePath().toString());
        return startJvm(folder, all, line);
    }

    /** Starts {@code java <options> <line>} in a folder. */
    static CommandRun startJvm(Path folder, List<String> options, String... line) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(line));
        Path out = Files.createTempFile("jcoyote-out", ".txt");
        Path err = Files.createTempFile("jcoyote-err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        // Not the cache of the user who builds.
        builder.environment()
                .put(
                        "XDG_CACHE_HOME",
                        Path.of("target", "cache").toAbsolutePath().toString());
        return new CommandRun(builder.start(), out, err);
    }

    /** Runs the command to its end. */
    static CommandRun run(Path folder, String... line) throws IOException, InterruptedException {
        CommandRun run = start(folder, List.of(), line);
        run.exitCode();
        return run;
    }

    /** Waits for the end. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("Did not end within " + LIMIT_SECONDS + " s. It printed:\n" + out());
        }
        return process.exitValue();
    }

    /** Waits until the output has some text. */
    void awaitOut(String text) throws InterruptedException {
        await(() -> out().contains(text), text);
    }

    /** Waits until the process waits for a debugger, and returns the port where it does. */
    int debugPort() throws InterruptedException {
        Pattern listening = Pattern.compile("Listening for transport dt_socket at address: (\\d+)\\R");
        await(() -> listening.matcher(out()).find(), "Listening for transport");
        Matcher matcher = listening.matcher(out());
        if (!matcher.find()) {
            throw new IllegalStateException(out());
        }
        return Integer.parseInt(matcher.group(1));
    }

    /** Waits until the error output has some text. */
    void awaitErr(String text) throws InterruptedException {
        await(() -> err().contains(text), text);
    }

    private void await(BooleanSupplier condition, String text) throws InterruptedException {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > limit || !process.isAlive()) {
                throw new IllegalStateException("Never printed '" + text + "', but:\n" + out() + err());
            }
            Thread.sleep(10);
        }
    }

    /** The process that this one has started. */
    ProcessHandle onlyChild() {
        return process.toHandle().children().findFirst().orElseThrow();
    }

    /** The processes that this one has started. */
    List<ProcessHandle> children() {
        return process.toHandle().children().toList();
    }

    /** Ends the process at once, and waits for that. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Whether this process was started with the signal of Ctrl-C switched off: those that it starts ignore it too. */
    static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("SigIgn:")) {
                long ignored = Long.parseUnsignedLong(
                        line.substring("SigIgn:".length()).strip(), 16);
                return (ignored & 2) != 0;
            }
        }
        return false;
    }

    /** Sends the signal of Ctrl-C. */
    void interrupt() throws IOException, InterruptedException {
        int result = new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (result != 0) {
            throw new IllegalStateException("kill failed with " + result);
        }
    }

    String out() {
        return read(out);
    }

    String err() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        Files.deleteIfExists(out);
        Files.deleteIfExists(err);
    }
}
