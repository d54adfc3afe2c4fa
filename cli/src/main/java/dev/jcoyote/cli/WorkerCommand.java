package dev.jcoyote.cli;

import dev.jcoyote.Configuration;
import dev.jcoyote.cli.workers.Worker;
import dev.jcoyote.install.InstallationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** {@code jcoyote test} in the JVM of a worker: loads the program, and runs what the coordinator hands out. */
final class WorkerCommand {
    private final Arguments arguments;

    WorkerCommand(Arguments arguments) {
        this.arguments = arguments;
    }

    /** Runs it, and returns the exit code. */
    int run(Path socket) throws IOException {
        // It reaches all processes of a terminal: the coordinator decides when to end.
        Interruption.ignore();
        Worker worker =
                Worker.connect(socket, Folders.path(String.valueOf(arguments.text(Option.OUTPUT)), Option.OUTPUT));
        try {
            explore(worker);
            return ExitCode.FINE;
        } catch (UsageException | InstallationException | UncheckedIOException e) {
            worker.fail(e, true);
            return ExitCode.USAGE;
        } catch (RuntimeException | Error e) {
            CrashReport.print(e, false, System.err);
            worker.fail(e, false);
            return ExitCode.INTERNAL;
        }
    }

    private void explore(Worker worker) {
        Configuration settings = Settings.of(arguments);
        try (Program program = Program.open(arguments.parameters().get(0), arguments.text(Option.CLASS_PATH))) {
            ProgramMethod method = new MethodFinder(program).find(arguments.text(Option.METHOD));
            ProgramBody.check(method, program.newLoader());
            ProgramLoader loader = program.newLoader();
            Configuration configuration =
                    settings.withTestName(method.testName()).withContextClassLoader(loader);
            worker.explore(configuration, ProgramBody.of(method, program, loader, settings.isolation()));
        }
    }
}
