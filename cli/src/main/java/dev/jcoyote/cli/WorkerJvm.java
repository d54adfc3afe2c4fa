package dev.jcoyote.cli;

import dev.jcoyote.cli.workers.Launcher;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The JVM of a worker: it has the options of this JVM and those of the command line, and the same test. */
final class WorkerJvm implements Launcher {
    /** System property of a worker: the socket of its coordinator. */
    static final String SOCKET = "jcoyote.worker";

    /** What the coordinator does itself, or tells in its own words. */
    private static final Set<Option> NOT_PASSED = EnumSet.of(
            Option.METHOD,
            Option.ITERATIONS,
            Option.TIMEOUT,
            Option.SEED,
            Option.WORKERS,
            Option.JVM_ARGUMENT,
            Option.OUTPUT,
            Option.JSON,
            Option.VERBOSE,
            Option.QUIET);

    private static final String PROCESSORS = "-XX:ActiveProcessorCount=";

    private static final String DEBUGGER = "jdwp";

    private final Arguments arguments;
    private final String method;
    private final long seed;

    WorkerJvm(Arguments arguments, String method, long seed) {
        this.arguments = arguments;
        this.method = method;
        this.seed = seed;
    }

    @Override
    public ProcessBuilder command(int worker, Path socket, Path folder) {
        List<String> given = arguments.all(Option.JVM_ARGUMENT);
        List<String> ours = new ArrayList<>();
        // A program that asks for the number of processors gets the answer that one process would give.
        ours.add(PROCESSORS + Runtime.getRuntime().availableProcessors());
        ours.addAll(OwnJvmOptions.without(given));
        ours.add("-D" + SOCKET + "=" + socket);
        List<String> command = new ArrayList<>(Processors.binding(worker, Settings.workers(arguments)));
        command.addAll(ChildJvm.command(ours, given, line(folder).toArray(new String[0])));
        return new ProcessBuilder(command);
    }

    /** The command line of a worker. Values stand behind an equals sign: they may look like options. */
    List<String> line(Path folder) {
        List<String> line = new ArrayList<>();
        line.add(arguments.command().title());
        line.add(arguments.parameters().get(0));
        line.add(Option.METHOD.longName() + "=" + method);
        line.add(Option.SEED.longName() + "=" + seed);
        line.add(Option.OUTPUT.longName() + "=" + folder);
        for (Option option : Option.values()) {
            if (arguments.has(option) && !NOT_PASSED.contains(option)) {
                String value = arguments.text(option);
                line.add(option.isFlag() ? option.longName() : option.longName() + "=" + value);
            }
        }
        return line;
    }

    @Override
    public boolean isDebuggable() {
        return arguments.all(Option.JVM_ARGUMENT).stream().anyMatch(argument -> argument.contains(DEBUGGER));
    }
}
