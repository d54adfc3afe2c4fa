package dev.jcoyote;

import dev.jcoyote.bridge.Debugger;
import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.install.Installer;
import dev.jcoyote.schedule.Schedule;
import dev.jcoyote.scheduler.Ending;
import dev.jcoyote.scheduler.Outcome;
import dev.jcoyote.strategy.Epochs;
import dev.jcoyote.strategy.ReplayStrategy;
import dev.jcoyote.strategy.Seeds;
import dev.jcoyote.strategy.Strategies;
import dev.jcoyote.strategy.Strategy;
import java.time.Duration;
import java.util.Objects;

/** Runs the executions of one exploration or replay, and collects what they say. */
final class Exploration {
    private final Configuration configuration;
    private final TestBody body;
    private final ExecutionRunner runner;
    private final Findings findings;
    private final long startNanos;

    Exploration(
            Configuration configuration, TestBody body, ExecutionRunner runner, Installer installer, long startNanos) {
        this.configuration = configuration;
        this.body = body;
        this.runner = runner;
        this.startNanos = startNanos;
        this.findings = new Findings(configuration, runner, installer);
    }

    /** Runs as many executions as the configuration asks for. */
    Report explore() {
        Strategy strategy = Strategies.create(configuration.strategy(), configuration.depth(), configuration.learned());
        int first = configuration.firstExecution();
        prepareBody();
        if (configuration.learned().isEmpty()) {
            learn(strategy, first);
        }
        long begin = System.nanoTime();
        long last = Math.min(Integer.MAX_VALUE, (long) first + configuration.iterations() - 1);
        for (int number = first; number <= last && !isOver(begin, strategy); number++) {
            configuration.listener().executionBegins(number);
            Outcome outcome = run(strategy, number);
            if (outcome.ending() == Ending.TIMEOUT) {
                confirmTimeout(strategy, number, outcome);
                break;
            }
            findings.add(strategy, configuration.seed(), number, outcome);
            if ((findings.hasBug() && !configuration.exploreAll()) || findings.tooManyLeftBehind()) {
                break;
            }
        }
        return findings.report(
                strategy.name(), configuration.seed(), since(startNanos, begin), since(begin, System.nanoTime()), null);
    }

    /** What a later execution needs to know is learned from those of the epochs before its own. */
    private void learn(Strategy strategy, int first) {
        int needed = Epochs.firstOf(first) - 1;
        for (int number = 1; number <= needed; number++) {
            run(strategy, number);
        }
    }

    private boolean isOver(long begin, Strategy strategy) {
        Duration limit = configuration.timeLimit();
        return strategy.exhausted()
                || configuration.listener().isStopRequested()
                || (limit != null && !Debugger.isPresent() && System.nanoTime() - begin >= limit.toNanos());
    }

    /** A time-out is a bug only if its replay repeats it: the machine may just have been slow. */
    private void confirmTimeout(Strategy strategy, int number, Outcome outcome) {
        Schedule schedule = findings.schedule(strategy, configuration.seed(), number, outcome);
        Findings.Text text = findings.text(number, configuration.seed(), outcome);
        Outcome again = run(new ReplayStrategy(schedule, true), number);
        if (again.ending() == Ending.TIMEOUT) {
            findings.addTimeout(strategy, number, outcome, schedule, text);
        } else {
            findings.addSlow(strategy, number, outcome);
        }
    }

    /** Runs one execution under the schedule's decisions. */
    Report replay(Schedule schedule) {
        ReplayStrategy strategy = new ReplayStrategy(schedule, configuration.tolerant());
        int number = Integer.parseInt(header(schedule, Schedule.EXECUTION));
        long seed = Long.parseLong(header(schedule, Schedule.SEED));
        findings.originatesFrom(schedule);
        prepareBody();
        long begin = System.nanoTime();
        Outcome outcome = run(strategy, number, seed);
        findings.add(strategy, seed, number, outcome);
        String divergence = strategy.divergence();
        return findings.report(
                strategy.name(), seed, since(startNanos, begin), since(begin, System.nanoTime()), divergence);
    }

    private static String header(Schedule schedule, String key) {
        return Objects.requireNonNullElse(schedule.header(key), "0");
    }

    private Outcome run(Strategy strategy, int number) {
        return run(strategy, number, configuration.seed());
    }

    private Outcome run(Strategy strategy, int number, long seed) {
        return runner.run(
                body::run,
                strategy,
                number,
                Seeds.ofExecution(seed, number),
                configuration.maxSteps(),
                configuration.watchdog());
    }

    private void prepareBody() {
        try {
            body.prepare();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("The test could not be prepared", e);
        }
    }

    private static Duration since(long from, long to) {
        return Duration.ofNanos(to - from);
    }
}
