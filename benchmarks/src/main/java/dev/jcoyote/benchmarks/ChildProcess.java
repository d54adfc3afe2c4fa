package dev.jcoyote.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that ran to its end, with the time it took and what it printed. */
record ChildProcess(double seconds, int status, String output) {
    /** What {@code ./jcoyote} starts its JVM with. */
    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-Xshare:auto", "-XX:-UsePerfData");

    /** The running JDK's {@code java}, with its options. */
    static List<String> java(String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        return command;
    }

    /** The command line, with options of its JVM. */
    static List<String> jcoyote(String jar, List<String> options, List<String> arguments) {
        List<String> command = java();
        command.addAll(FLAGS);
        command.addAll(options);
        command.addAll(List.of("-jar", jar, "test"));
        command.addAll(arguments);
        return command;
    }

    /** The same JVM without the tool. */
    static List<String> plain(String classPath, String mainClass) {
        List<String> command = java();
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", classPath, mainClass));
        return command;
    }

    static ChildProcess run(List<String> command) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        return new ChildProcess((System.nanoTime() - begin) / 1e9, status, output);
    }

    /** The seconds of a process that must end with that status. */
    static double seconds(List<String> command, int status) throws IOException, InterruptedException {
        return run(command).expect(status).seconds;
    }

    ChildProcess expect(int expected) {
        if (status != expected) {
            throw new IllegalStateException("Ended with status " + status + ":\n" + output);
        }
        return this;
    }
}
