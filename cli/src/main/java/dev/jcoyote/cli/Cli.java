package dev.jcoyote.cli;

import dev.jcoyote.install.InstallationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One run of the command line: parses, hands over to the command, and turns errors into messages and exit codes. */
final class Cli {
    private final Terminal terminal;

    Cli(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs a command line, and returns the exit code. */
    int run(String... line) {
        Arguments arguments;
        try {
            if (line.length == 1 && (line[0].equals("--version") || line[0].equals("-V"))) {
                terminal.out().println(Version.line());
                return ExitCode.FINE;
            }
            Arguments quick = QuickParser.parse(line);
            arguments = quick == null ? FullParser.parse(terminal.out(), line) : quick;
            if (arguments == null) {
                return ExitCode.FINE;
            }
        } catch (UsageException e) {
            return wrongUse(e);
        } catch (RuntimeException | Error e) {
            CrashReport.print(e, false, terminal.err());
            return ExitCode.INTERNAL;
        }
        return run(arguments, line);
    }

    private int run(Arguments arguments, String... line) {
        JsonFile json = null;
        try {
            json = JsonFile.prepare(arguments);
            return dispatch(arguments, json, line);
        } catch (UsageException | InstallationException | UncheckedIOException e) {
            int exitCode = wrongUse(e);
            recordError(json, arguments, e);
            return exitCode;
        } catch (IOException | RuntimeException | Error e) {
            CrashReport.print(e, arguments.has(Option.VERBOSE), terminal.err());
            recordError(json, arguments, e);
            return ExitCode.INTERNAL;
        }
    }

    private int dispatch(Arguments arguments, @Nullable JsonFile json, String... line) throws IOException {
        Jvm.check();
        String coordinator = System.getProperty(WorkerJvm.SOCKET);
        if (coordinator != null) {
            return new WorkerCommand(arguments).run(Path.of(coordinator));
        }
        if (arguments.has(Option.DEBUG)) {
            Schedules.requireOne(arguments.parameters().get(1));
            DebugPort port = DebugPort.of(arguments);
            return ChildJvm.debug(port, terminal.out(), arguments.all(Option.JVM_ARGUMENT), line);
        }
        if (arguments.has(Option.JVM_ARGUMENT) && Settings.workers(arguments) == 1) {
            return ChildJvm.run(arguments.all(Option.JVM_ARGUMENT), line);
        }
        return switch (arguments.command()) {
            case TEST -> new TestCommand(arguments, terminal, json).run();
            case REPLAY -> new ReplayCommand(arguments, terminal, json).run();
            case EXPLAIN -> new ExplainCommand(arguments, terminal, json).run();
            case SHOW -> new ShowCommand(arguments, terminal).run();
        };
    }

    private int wrongUse(RuntimeException e) {
        terminal.out().flush();
        terminal.err().println("jcoyote: " + e.getMessage());
        return ExitCode.USAGE;
    }

    private void recordError(@Nullable JsonFile json, Arguments arguments, Throwable error) {
        if (json == null) {
            return;
        }
        try {
            boolean isClear = error instanceof UsageException || error instanceof InstallationException;
            String text = isClear ? String.valueOf(error.getMessage()) : error.toString();
            json.writeError(arguments, text.replaceAll("\\s*\n\\s*", " "));
        } catch (IOException e) {
            terminal.err().println("jcoyote: cannot write the JSON file: " + Failure.describe(e));
        }
    }
}
