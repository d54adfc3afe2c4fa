package dev.jcoyote.cli;

import dev.jcoyote.SystematicTesting;
import dev.jcoyote.schedule.Schedule;
import dev.jcoyote.schedule.ScheduleFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * {@code jcoyote explain}: says why a recorded execution fails. With the program it is run again, in simpler and in other ways;
 * without, the report beside the schedule is shown.
 */
final class ExplainCommand {
    private final Arguments arguments;
    private final Terminal terminal;
    private final @Nullable JsonFile json;

    ExplainCommand(Arguments arguments, Terminal terminal, @Nullable JsonFile json) {
        this.arguments = arguments;
        this.terminal = terminal;
        this.json = json;
    }

    /** Runs it, and returns the exit code. */
    int run() throws IOException {
        int last = arguments.parameters().size() - 1;
        String name = arguments.parameters().get(last);
        Schedule schedule = Schedules.read(name);
        if (last == 0) {
            return show(name);
        }
        Console console = new Console(terminal, Verbosity.of(arguments));
        return new SingleReplay(arguments, console, json)
                .run(name, schedule, SystematicTesting::explain, console::explained);
    }

    /** The report that was written with the schedule. */
    private int show(String name) throws IOException {
        Path file = Path.of(name);
        Path report = file.resolveSibling(ScheduleFile.stem(file) + ScheduleFile.REPORT_EXTENSION);
        if (!Files.isRegularFile(report)) {
            throw new UsageException(
                    "There is no report " + report + " beside the schedule.\nName the program too, to run it"
                            + " again: jcoyote explain PROGRAM " + name);
        }
        terminal.out().print(Text.onScreen(Files.readString(report)));
        terminal.out().flush();
        return ExitCode.FINE;
    }
}
