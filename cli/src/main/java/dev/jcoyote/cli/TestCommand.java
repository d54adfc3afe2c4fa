package dev.jcoyote.cli;

import dev.jcoyote.Bug;
import dev.jcoyote.Configuration;
import dev.jcoyote.ExplorationListener;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** {@code jcoyote test}: explores a test method of a program. */
final class TestCommand {
    private final Arguments arguments;
    private final Terminal terminal;
    private final @Nullable JsonFile json;

    TestCommand(Arguments arguments, Terminal terminal, @Nullable JsonFile json) {
        this.arguments = arguments;
        this.terminal = terminal;
        this.json = json;
    }

    /** Runs it, and returns the exit code. */
    int run() throws IOException {
        Console console = new Console(terminal, Verbosity.of(arguments));
        Configuration settings = Settings.of(arguments);
        try (Program program = Program.open(arguments.parameters().get(0), arguments.text(Option.CLASS_PATH))) {
            ProgramMethod method = new MethodFinder(program).find(arguments.text(Option.METHOD));
            ProgramBody.check(method, program.newLoader());
            console.begin(program.name(), method.testName());
            console.strategy(settings.strategy(), settings.seed());
            if (!arguments.has(Option.EXECUTION)) {
                console.expect(settings.iterations());
            }

            Interruption interruption = new Interruption(terminal.err());
            ProgramLoader loader = program.newLoader();
            Configuration configuration = settings.withTestName(method.testName())
                    .withContextClassLoader(loader)
                    .withListener(new Follower(console, interruption, new ReplayLine(arguments)));
            Duration before = StartTime.ago();
            Report report = SystematicTesting.explore(configuration, new ProgramBody(method, loader));
            Times times = Times.of(before, report);
            summarise(console, report, times, interruption.isRequested());
            if (json != null) {
                json.write(report, times);
            }
            console.verdict(verdict(report));
            return ExitCode.of(report.verdict());
        }
    }

    private static void summarise(Console console, Report report, Times times, boolean interrupted) {
        console.statistics(report, times);
        if (interrupted) {
            console.warning("Stopped by Ctrl-C before all executions were run.");
        }
        console.warnings(report);
    }

    static String verdict(Report report) {
        String executions = Text.count(report.executions(), "execution");
        return report.verdict().name()
                + switch (report.verdict()) {
                    case FAILED -> ": " + Text.count(report.bugs().size(), "bug") + " in " + executions + ".";
                    case PASSED -> ": no bug in " + executions + ".";
                    case VERIFIED -> ": no bug in all " + executions + " that differ.";
                    case INCOMPLETE -> ": no bug in " + executions + ", but see the warnings.";
                    case ERROR -> ": the exploration failed; see the warnings.";
                };
    }

    /** What goes on between executions, printed. */
    private static final class Follower implements ExplorationListener {
        private final Console console;
        private final Interruption interruption;
        private final ReplayLine replay;

        Follower(Console console, Interruption interruption, ReplayLine replay) {
            this.console = console;
            this.interruption = interruption;
            this.replay = replay;
        }

        @Override
        public void executionBegins(int number) {
            interruption.watch();
            console.execution(number);
        }

        @Override
        public void bugFound(Bug bug) {
            console.bug(bug, replay.of(bug));
        }

        @Override
        public boolean isStopRequested() {
            return interruption.isRequested();
        }
    }
}
