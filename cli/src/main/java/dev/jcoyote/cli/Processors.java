package dev.jcoyote.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The processors that this process may use, and how to bind another one to one of them.
 *
 * <p>Of a controlled program's threads one runs at a time. Left to itself, Linux spreads them over processors, and most of
 * the time goes into waking another processor up: a JVM on a processor of its own hands over in about half the time.
 */
final class Processors {
    /** System property: {@code false} leaves it to the operating system where workers run. */
    private static final String BIND = "jcoyote.workers.bind";

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final List<Path> TOOLS = List.of(Path.of("/usr/bin/taskset"), Path.of("/bin/taskset"));
    private static final String ALLOWED = "Cpus_allowed_list:";

    private Processors() {}

    /**
     * What a command begins with to run on one processor: each of several workers gets another one. Empty where there
     * are too few, or where this is not Linux with its {@code taskset}.
     */
    static List<String> binding(int worker, int workers) {
        if (!Boolean.parseBoolean(System.getProperty(BIND, "true"))) {
            return List.of();
        }
        List<Integer> allowed = allowed();
        for (Path tool : TOOLS) {
            if (allowed.size() >= workers && Files.isExecutable(tool)) {
                // Not always the first ones: another command may run beside this one.
                long first = ProcessHandle.current().pid();
                int processor = allowed.get((int) ((first + worker) % allowed.size()));
                return List.of(tool.toString(), "-c", Integer.toString(processor));
            }
        }
        return List.of();
    }

    private static List<Integer> allowed() {
        try {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith(ALLOWED)) {
                    return parse(line.substring(ALLOWED.length()).strip());
                }
            }
        } catch (IOException | NumberFormatException e) {
            // Not Linux, or one that tells it otherwise.
            return List.of();
        }
        return List.of();
    }

    /** The numbers of a list such as {@code 0-3,8}. */
    static List<Integer> parse(String list) {
        List<Integer> numbers = new ArrayList<>();
        for (String range : list.split(",", -1)) {
            int dash = range.indexOf('-');
            int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
            int last = dash < 0 ? first : Integer.parseInt(range.substring(dash + 1));
            for (int number = first; number <= last; number++) {
                numbers.add(number);
            }
        }
        return numbers;
    }
}
