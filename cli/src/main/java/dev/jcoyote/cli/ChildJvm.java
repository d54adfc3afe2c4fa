package dev.jcoyote.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM with arguments of its own that runs the same command, with this process's input and output. */
final class ChildJvm {
    /** System property of the child: the arguments it was started with, for the replay command. */
    static final String ARGUMENTS = "jcoyote.jvm.arguments";

    /** System property that the launcher script sets: the name it was called by. */
    static final String PROGRAM_NAME = "jcoyote.program.name";

    private ChildJvm() {}

    /**
     * Runs the command in a child and waits for it.
     *
     * @param line the command line of this process
     * @return the child's exit code
     */
    static int run(List<String> jvmArguments, String... line) throws IOException {
        Process child =
                new ProcessBuilder(command(jvmArguments, line)).inheritIO().start();
        // Ctrl-C reaches the child too: it decides when to end, and this process follows.
        Interruption.ignore();
        Runtime.getRuntime().addShutdownHook(new Thread(child::destroy, "jcoyote-child"));
        while (true) {
            try {
                return child.waitFor();
            } catch (InterruptedException e) {
                child.destroy();
            }
        }
    }

    static List<String> command(List<String> jvmArguments, String... line) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmArguments);
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
            } else if (!line[i].startsWith(Option.JVM_ARGUMENT.longName() + "=")) {
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
