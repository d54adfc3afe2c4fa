package dev.jcoyote.cli;

import dev.jcoyote.Bug;
import dev.jcoyote.Configuration;
import dev.jcoyote.ExplorationListener;
import dev.jcoyote.Isolation;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.schedule.Schedule;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** {@code jcoyote replay}: runs one recorded execution again, and says whether it fails as it did. */
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
        String scheduleName = arguments.parameters().get(1);
        Schedule schedule = Schedules.read(scheduleName);
        String output = arguments.text(Option.OUTPUT);
        boolean tolerant = arguments.has(Option.TOLERANT);
        Configuration settings = engine(Configuration.defaults())
                .withTolerant(tolerant)
                .withOutputDirectory(output == null ? null : Folders.prepareOutput(output));
        try (Program program = Program.open(arguments.parameters().get(0), arguments.text(Option.CLASS_PATH))) {
            ProgramMethod method = new MethodFinder(program).find(methodName(scheduleName, schedule));
            ProgramBody.check(method, program.newLoader());
            console.begin(program.name(), method.testName());
            console.replaying(scheduleName, schedule.decisions().size());
            warnOfOtherJdk(console, schedule);

            ProgramLoader loader = program.newLoader();
            Configuration configuration = settings.withTestName(method.testName())
                    .withContextClassLoader(loader)
                    .withListener(new Follower(console));
            Duration before = StartTime.ago();
            Report report = replay(configuration, scheduleName, schedule, body(method, program, loader, schedule));
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

    private static Report replay(Configuration configuration, String name, Schedule schedule, ProgramBody body) {
        try {
            return SystematicTesting.replay(configuration, schedule, body);
        } catch (IllegalArgumentException e) {
            throw new UsageException(name + " cannot be replayed: " + e.getMessage(), e);
        }
    }

    private static ProgramBody body(ProgramMethod method, Program program, ProgramLoader loader, Schedule schedule) {
        boolean anew = Isolation.LOADER.id().equals(schedule.header(Schedule.ISOLATION));
        return ProgramBody.of(method, program, loader, anew ? Isolation.LOADER : Isolation.STATICS);
    }

    private Configuration engine(Configuration configuration) {
        try {
            return configuration.withEngine(Settings.engine(arguments)).withRaces(Settings.races(arguments));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage() + ".\nAll options: jcoyote replay --help", e);
        }
    }

    private String methodName(String scheduleName, Schedule schedule) {
        String given = arguments.text(Option.METHOD);
        String recorded = given == null ? schedule.header(Schedule.TEST) : given;
        if (recorded == null) {
            throw new UsageException(scheduleName + " does not name its test: add --method NAME.");
        }
        return recorded;
    }

    private static void warnOfOtherJdk(Console console, Schedule schedule) {
        String recorded = schedule.header(Schedule.JDK);
        int running = Runtime.version().feature();
        if (recorded != null && !recorded.equals(Integer.toString(running))) {
            console.warning("Recorded on JDK " + recorded + ", but this is JDK " + running
                    + ": where their code differs the replay may diverge.");
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
