package dev.jcoyote.cli;

import dev.jcoyote.Bug;
import dev.jcoyote.Configuration;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.schedule.Schedule;
import dev.jcoyote.schedule.ScheduleFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
        return last == 0 ? show(name) : explain(arguments.parameters().get(0), name, schedule);
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

    private int explain(String programName, String name, Schedule schedule) throws IOException {
        Console console = new Console(terminal, Verbosity.of(arguments));
        try (Program program = Program.open(programName, arguments.text(Option.CLASS_PATH))) {
            ScheduleReplay replay = new ScheduleReplay(program, name, schedule, arguments.text(Option.METHOD));
            console.begin(program.name(), replay.method().testName());
            console.replaying(name, schedule.decisions().size());
            String warning = replay.warning();
            if (warning != null) {
                console.warning(warning);
            }
            Duration before = StartTime.ago();
            Report report = replay.run(settings(), SystematicTesting::explain);
            Times times = Times.of(before, report);
            for (Bug bug : report.bugs()) {
                console.explained(bug);
            }
            console.engine(report);
            console.elapsed(times);
            console.warnings(report);
            if (json != null) {
                json.write(report, times);
            }
            ReplayVerdict verdict = ReplayVerdict.of(report, schedule, arguments.has(Option.TOLERANT));
            console.verdict(verdict.text());
            return verdict.exitCode();
        }
    }

    private Configuration settings() {
        String output = arguments.text(Option.OUTPUT);
        try {
            return Configuration.defaults()
                    .withEngine(Settings.engine(arguments))
                    .withTolerant(arguments.has(Option.TOLERANT))
                    .withExplanation(Settings.explanation(arguments))
                    .withOutputDirectory(output == null ? null : Folders.prepareOutput(output));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage() + ".\nAll options: jcoyote explain --help", e);
        }
    }
}
