package dev.jcoyote.cli;

import dev.jcoyote.Bug;
import dev.jcoyote.Configuration;
import dev.jcoyote.ExplorationListener;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.Verdict;
import dev.jcoyote.Verification;
import dev.jcoyote.cli.workers.Coordinator;
import dev.jcoyote.cli.workers.WorkerException;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** {@code jcoyote test}: explores a test method of a program. */
final class TestCommand {
    private final Arguments arguments;
    private final Terminal terminal;
    private final @Nullable JsonFile json;
    private final int workers;

    TestCommand(Arguments arguments, Terminal terminal, @Nullable JsonFile json) {
        this.arguments = arguments;
        this.terminal = terminal;
        this.json = json;
        workers = Settings.workers(arguments);
    }

    /** Runs it, and returns the exit code. */
    int run() throws IOException {
        Console console = new Console(terminal, Verbosity.of(arguments));
        Configuration settings = Settings.of(arguments);
        try (Program program = Program.open(arguments.parameters().get(0), arguments.text(Option.CLASS_PATH))) {
            ProgramMethod method = new MethodFinder(program).find(arguments.text(Option.METHOD));
            if (workers == 1) {
                ProgramBody.check(method, program.newLoader());
            }
            console.begin(program.name(), method.testName(), workers);
            console.strategy(settings.strategy(), settings.seed());
            if (!arguments.has(Option.EXECUTION)) {
                console.expect(settings.iterations());
            }

            Interruption interruption = new Interruption(terminal.err());
            Configuration configuration = settings.withTestName(method.testName())
                    .withListener(new Follower(console, interruption, new ReplayLine(arguments)));
            if (workers > 1) {
                return share(program, method, configuration, console, interruption);
            }
            ProgramLoader loader = program.newLoader();
            Duration before = StartTime.ago();
            Report report = SystematicTesting.explore(
                    configuration.withContextClassLoader(loader),
                    ProgramBody.of(method, program, loader, settings.isolation()));
            return conclude(console, report, Times.of(before, report), interruption);
        }
    }

    /** Explores with workers. */
    private int share(
            Program program,
            ProgramMethod method,
            Configuration configuration,
            Console console,
            Interruption interruption)
            throws IOException {
        WorkerJvm jvm = new WorkerJvm(arguments, configuration.testName(), configuration.seed());
        Duration before = StartTime.ago();
        try (Coordinator coordinator = new Coordinator(configuration, workers, jvm, terminal.err(), console::warning)) {
            Report found = coordinator.explore();
            ProgramLoader loader = program.newLoader();
            Report report = SystematicTesting.explain(
                    configuration.withContextClassLoader(loader),
                    found,
                    ProgramBody.of(method, program, loader, configuration.isolation()));
            return conclude(console, report, Times.of(before, report), interruption);
        } catch (WorkerException e) {
            if (e.isWrongUse()) {
                throw new UsageException(String.valueOf(e.getMessage()), e);
            }
            throw e;
        }
    }

    private int conclude(Console console, Report report, Times times, Interruption interruption) throws IOException {
        for (Bug bug : report.bugs()) {
            console.explanation(bug);
        }
        summarise(console, report, times, interruption.isRequested());
        if (json != null) {
            json.write(report, times, workers);
        }
        console.verdict(verdict(report));
        return ExitCode.of(report.verdict());
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
        Verification search = report.verification();
        if (search != null && report.verdict() == Verdict.VERIFIED) {
            return "VERIFIED: no bug in all " + Text.count(search.executions(), "execution") + " that differ.";
        }
        if (search != null && search.preemptions() != null && report.verdict() == Verdict.VERIFIED_UP_TO_BOUND) {
            return "VERIFIED up to " + Text.count(search.preemptions(), "preemption") + ": no bug in " + executions
                    + ".";
        }
        return report.verdict().name()
                + switch (report.verdict()) {
                    case FAILED ->
                        report.bugs().isEmpty()
                                ? ": the expected bug was not found in " + executions + "."
                                : ": " + Text.count(report.bugs().size(), "bug") + " in " + executions + ".";
                    case PASSED ->
                        (report.bugs().isEmpty() ? ": no bug in " : ": the expected bug was found in ") + executions
                                + ".";
                    case VERIFIED -> ": no bug in all " + executions + " that differ.";
                    case VERIFIED_UP_TO_BOUND -> ": no bug in " + executions + ".";
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
            interruption.watch();
            return interruption.isRequested();
        }
    }
}
