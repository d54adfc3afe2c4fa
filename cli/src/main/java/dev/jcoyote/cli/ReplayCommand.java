package dev.jcoyote.cli;

import dev.jcoyote.Bug;
import dev.jcoyote.Configuration;
import dev.jcoyote.ExplorationListener;
import dev.jcoyote.Report;
import dev.jcoyote.schedule.Schedule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** {@code jcoyote replay}: runs recorded executions again, and says whether they fail as they did. */
final class ReplayCommand {
    private final Arguments arguments;
    private final Terminal terminal;
    private final @Nullable JsonFile json;

    ReplayCommand(Arguments arguments, Terminal terminal, @Nullable JsonFile json) {
        this.arguments = arguments;
        this.terminal = terminal;
        this.json = json;
    }

    /** Runs it, and returns the exit code. */
    int run() throws IOException {
        Console console = new Console(terminal, Verbosity.of(arguments));
        String name = arguments.parameters().get(1);
        Path folder = Schedules.folder(name);
        if (folder == null) {
            return replay(console, name, Schedules.read(name));
        }
        try (Program program = program()) {
            return new CorpusCommand(program, folder, arguments.text(Option.METHOD), console).run(settings(), json);
        }
    }

    private int replay(Console console, String name, Schedule schedule) throws IOException {
        boolean tolerant = arguments.has(Option.TOLERANT);
        Configuration settings = settings().withTolerant(tolerant);
        try (Program program = program()) {
            ScheduleReplay replay = new ScheduleReplay(program, name, schedule, arguments.text(Option.METHOD));
            console.begin(program.name(), replay.method().testName());
            console.replaying(name, schedule.decisions().size());
            String warning = replay.warning();
            if (warning != null) {
                console.warning(warning);
            }
            Duration before = StartTime.ago();
            Report report = replay.run(settings.withListener(new Follower(console)));
            Times times = Times.of(before, report);
            console.engine(report);
            console.elapsed(times);
            console.warnings(report);
            ReplayVerdict verdict = ReplayVerdict.of(report, schedule, tolerant);
            if (json != null) {
                json.write(report, times);
            }
            console.verdict(verdict.text());
            return verdict.exitCode();
        }
    }

    private Program program() throws IOException {
        return Program.open(arguments.parameters().get(0), arguments.text(Option.CLASS_PATH));
    }

    private Configuration settings() {
        String output = arguments.text(Option.OUTPUT);
        return engine(Configuration.defaults())
                .withOutputDirectory(output == null ? null : Folders.prepareOutput(output));
    }

    private Configuration engine(Configuration configuration) {
        try {
            return configuration.withEngine(Settings.engine(arguments)).withRaces(Settings.races(arguments));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage() + ".\nAll options: jcoyote replay --help", e);
        }
    }

    /** Prints bugs with their reports: a replay is run to see them. */
    private static final class Follower implements ExplorationListener {
        private final Console console;

        Follower(Console console) {
            this.console = console;
        }

        @Override
        public void bugFound(Bug bug) {
            console.replayed(bug);
        }
    }
}
