package dev.jcoyote.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Times the command line as a whole process: a plain hello world, one execution of it without a cache, with an empty one
 * and with that of an earlier start, and the example's bug, with the cache, from process start to written schedule with
 * the seeds 1 to 20. Arguments: {@code jcoyote.jar}, {@code jcoyote-examples.jar}, the engine, {@code auto} if absent, and
 * options of the tool's JVM.
 */
public final class WholeProcess {
    private static final int SEEDS = 20;
    private static final int BUG = 2;
    private static final Pattern FOUND = Pattern.compile("bug in execution #(\\d+)");

    private final String jar;
    private final String examples;
    private final String engine;
    private final List<String> options;
    private final Path output;
    private int emptyCaches;

    private WholeProcess(List<String> args, Path output) {
        this.jar = args.get(0);
        this.examples = args.get(1);
        this.engine = args.size() > 2 ? args.get(2) : "auto";
        this.options = args.size() > 3 ? args.subList(3, args.size()) : List.of();
        this.output = output;
    }

    /** Runs all. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path output = Files.createTempDirectory("jcoyote-benchmark");
        WholeProcess processes = new WholeProcess(List.of(args), output);
        System.out.println(Figures.machine());
        processes.hello();
        processes.bug();
        delete(output);
    }

    private void hello() throws IOException, InterruptedException {
        Turns turns = new Turns();
        turns.add(
                "hello world, plain JVM",
                () -> ChildProcess.plain(examples, "dev.jcoyote.examples.e01hello.HelloWorld"));
        turns.add("hello world, no cache", () -> command("off", "helloWorld", "-i", "1"));
        turns.add("hello world, first start", () -> command(emptyCache(), "helloWorld", "-i", "1"));
        turns.add("hello world, warm cache", () -> command(cache(), "helloWorld", "-i", "1"));
        turns.run(SEEDS);
    }

    private void bug() throws IOException, InterruptedException {
        List<Double> times = new ArrayList<>();
        List<Integer> executions = new ArrayList<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            ChildProcess process = ChildProcess.run(
                            command(cache(), "closeAwaitsEveryConnection", "-i", "10000", "--seed", "" + seed))
                    .expect(BUG);
            Matcher found = FOUND.matcher(process.output());
            if (!found.find()) {
                throw new IllegalStateException("No bug with seed " + seed + ":\n" + process.output());
            }
            executions.add(Integer.parseInt(found.group(1)));
            times.add(process.seconds());
        }
        Collections.sort(executions);
        Turns.print("example's bug, start to written schedule", times);
        System.out.printf("example's bug, executions: %s, median %d%n", executions, executions.get(SEEDS / 2));
    }

    private String cache() {
        return output.resolve("cache").toString();
    }

    private String emptyCache() {
        return output.resolve("cache-" + ++emptyCaches).toString();
    }

    private List<String> command(String cache, String method, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of(examples, "-m", method, "-o", output.toString(), "--engine", engine));
        arguments.addAll(List.of(more));
        List<String> jvm = new ArrayList<>(options);
        jvm.add("-Djcoyote.cache=" + cache);
        return ChildProcess.jcoyote(jar, jvm, arguments);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
