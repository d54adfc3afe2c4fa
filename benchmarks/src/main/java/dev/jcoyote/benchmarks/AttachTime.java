package dev.jcoyote.benchmarks;

import dev.jcoyote.agent.JcoyoteAgent;
import dev.jcoyote.testing.Attachment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Times the attachment of the agent in fresh JVMs, in turns: as it is without a flag, where it needs no helper process,
 * and where the JVM was started with the agent. Argument: the number of rounds, 15 if absent.
 */
public final class AttachTime {
    private static final String CHILD = "child";
    private static final long LIMIT_SECONDS = 60;

    private AttachTime() {}

    /** Runs all. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length > 0 && args[0].equals(CHILD)) {
            attach();
            return;
        }
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 15;
        String classPath = System.getProperty("java.class.path");
        List<Variant> variants = List.of(
                new Variant("no flag", List.of()),
                new Variant("no helper process", List.of("-Djdk.attach.allowAttachSelf=true")),
                new Variant("started with the agent", List.of("-javaagent:" + classPath)));
        System.out.printf(
                "JDK %s, %d processors; ms, median (min to max)%n",
                Runtime.version(), Runtime.getRuntime().availableProcessors());
        for (int round = 0; round <= rounds; round++) {
            for (Variant variant : variants) {
                long[] times = times(variant, classPath);
                // The first round fills the file cache.
                if (round > 0) {
                    variant.attach.add(times[0]);
                    variant.agent.add(times[1]);
                    variant.process.add(times[2]);
                }
            }
        }
        System.out.printf("%-24s %20s %28s %20s%n", "", "attach()", "of which the agent's start", "whole process");
        for (Variant variant : variants) {
            System.out.printf(
                    "%-24s %20s %28s %20s%n",
                    variant.name, text(variant.attach), text(variant.agent), text(variant.process));
        }
    }

    /** A way to start a JVM, and what was measured of it in milliseconds. */
    private static final class Variant {
        private final String name;
        private final List<String> flags;
        private final List<Long> attach = new ArrayList<>();
        private final List<Long> agent = new ArrayList<>();
        private final List<Long> process = new ArrayList<>();

        Variant(String name, List<String> flags) {
            this.name = name;
            this.flags = flags;
        }
    }

    private static void attach() {
        long begin = System.nanoTime();
        Attachment.OF_THIS_JVM.attach();
        long end = System.nanoTime();
        Attachment.OF_THIS_JVM.require();
        System.out.println((end - begin) / 1_000_000 + ";" + JcoyoteAgent.describe());
    }

    /** The milliseconds of the attachment, of the agent's own start, and of the whole process. */
    private static long[] times(Variant variant, String classPath) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+EnableDynamicAgentLoading");
        command.addAll(variant.flags);
        command.addAll(List.of("-cp", classPath, AttachTime.class.getName(), CHILD));
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroy();
            throw new IllegalStateException(command + " failed:\n" + printed);
        }
        long whole = (System.nanoTime() - begin) / 1_000_000;
        String[] parts = printed.strip().split(";", 2);
        String[] words = parts[1].split(" ");
        int unit = Arrays.asList(words).indexOf("ms.");
        if (unit < 1) {
            throw new IllegalStateException("Not understood: " + printed);
        }
        return new long[] {Long.parseLong(parts[0]), Long.parseLong(words[unit - 1]), whole};
    }

    private static String text(List<Long> times) {
        List<Long> sorted = times.stream().sorted().toList();
        return sorted.get(sorted.size() / 2) + " (" + sorted.get(0) + " to " + sorted.get(sorted.size() - 1) + ")";
    }
}
