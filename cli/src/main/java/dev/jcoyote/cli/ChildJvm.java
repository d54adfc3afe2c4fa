package dev.jcoyote.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A JVM with arguments of its own that runs the same command, with this process's input and output. */
final class ChildJvm {
    /** System property of the child: the arguments it was started with, for the replay command. */
    static final String ARGUMENTS = "jcoyote.jvm.arguments";

    /** System property that the launcher script sets: the name it was called by. */
    static final String PROGRAM_NAME = "jcoyote.program.name";

    /** System properties that the child must have as this process does. */
    private static final List<String> HANDED_ON = List.of("jcoyote.cache", "jcoyote.debug", Settings.COLUMNS);

    private ChildJvm() {}

    /**
     * Runs the command in a child and waits for it.
     *
     * @param line the command line of this process
     * @return the child's exit code
     */
    static int run(List<String> jvmArguments, String... line) throws IOException {
        Process child = start(command(List.of(), jvmArguments, line));
        // Ctrl-C reaches the child too: it decides when to end, and this process follows.
        Interruption.ignore();
        Runtime.getRuntime().addShutdownHook(new Thread(child::destroy, "jcoyote-child"));
        return await(child);
    }

    /**
     * Runs the command in a child that waits for a debugger at its start.
     *
     * @param line the command line of this process
     * @return the child's exit code
     */
    static int debug(DebugPort port, PrintStream out, List<String> jvmArguments, String... line) throws IOException {
        port.check(jvmArguments, System.getenv(), ModuleFinder.ofSystem());
        out.println(port.advice());
        out.flush();
        AtomicReference<@Nullable Process> running = new AtomicReference<>();
        AtomicBoolean interrupted = new AtomicBoolean();
        // A JVM that waits for a debugger, or stands at a breakpoint, does not hear Ctrl-C.
        Interruption.handle(() -> {
            interrupted.set(true);
            end(running.get());
        });
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(running.get()), "jcoyote-child"));
        Process child = start(command(List.of(port.jvmArgument()), jvmArguments, line));
        running.set(child);
        if (interrupted.get()) {
            end(child);
        }
        int exitCode = await(child);
        return interrupted.get() ? ExitCode.INTERRUPTED : exitCode;
    }

    private static void end(@Nullable Process child) {
        if (child != null) {
            child.destroyForcibly();
        }
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).inheritIO().start();
    }

    private static int await(Process child) {
        while (true) {
            try {
                return child.waitFor();
            } catch (InterruptedException e) {
                child.destroy();
            }
        }
    }

    /**
     * The child's command line.
     *
     * @param ours arguments of the JVM that this process adds
     * @param jvmArguments arguments of the JVM that the user gave
     */
    static List<String> command(List<String> ours, List<String> jvmArguments, String... line) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ours);
        command.addAll(jvmArguments);
        for (String property : HANDED_ON) {
            String value = System.getProperty(property);
            if (value != null) {
                command.add("-D" + property + "=" + value);
            }
        }
        command.add("-D" + ARGUMENTS + "=" + String.join("\n", jvmArguments));
        String name = System.getProperty(PROGRAM_NAME);
        if (name != null) {
            command.add("-D" + PROGRAM_NAME + "=" + name);
        }
        Path own = ownPlace();
        if (Files.isRegularFile(own)) {
            command.add("-jar");
            command.add(own.toString());
        } else {
            command.add("-cp");
            command.add(System.getProperty("java.class.path"));
            command.add(Main.class.getName());
        }
        command.addAll(withoutJvmArguments(line));
        return command;
    }

    private static List<String> withoutJvmArguments(String... line) {
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < line.length; i++) {
            if (Option.JVM_ARGUMENT.names().contains(line[i])) {
                i++;
            } else if (!line[i].startsWith(Option.JVM_ARGUMENT.longName() + "=")
                    && !line[i].equals(Option.DEBUG.longName())
                    && !line[i].startsWith(Option.DEBUG.longName() + "=")) {
                rest.add(line[i]);
            }
        }
        return rest;
    }

    private static Path ownPlace() {
        try {
            return Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The place of the command line's jar is no URI", e);
        }
    }
}
