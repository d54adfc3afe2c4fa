package dev.jcoyote.cli;

import dev.jcoyote.Bug;
import dev.jcoyote.Configuration;
import dev.jcoyote.Report;
import dev.jcoyote.schedule.Schedule;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The replay of one schedule as the user sees it: what is run, the bugs that it meets, and what that comes to. */
final class SingleReplay {
    private final Arguments arguments;
    private final Console console;
    private final @Nullable JsonFile json;

    SingleReplay(Arguments arguments, Console console, @Nullable JsonFile json) {
        this.arguments = arguments;
        this.console = console;
        this.json = json;
    }

    /**
     * Runs it in that way.
     *
     * @param name what messages call the schedule
     * @param teller prints the bugs
     * @return the exit code
     */
    int run(String name, Schedule schedule, ScheduleReplay.Way way, Consumer<Bug> teller) throws IOException {
        Configuration settings = Settings.ofReplay(arguments);
        try (Program program = Program.open(arguments.parameters().get(0), arguments.text(Option.CLASS_PATH))) {
            ScheduleReplay replay = new ScheduleReplay(program, name, schedule, arguments.text(Option.METHOD));
            console.begin(program.name(), replay.method().testName());
            console.replaying(name, schedule.decisions().size());
            String warning = replay.warning();
            if (warning != null) {
                console.warning(warning);
            }
            Duration before = StartTime.ago();
            Report report = replay.run(settings, way);
            Times times = Times.of(before, report);
            report.bugs().forEach(teller);
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
}
