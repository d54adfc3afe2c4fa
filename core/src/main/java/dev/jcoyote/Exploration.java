package dev.jcoyote;

import dev.jcoyote.bridge.Debugger;
import dev.jcoyote.control.Execution;
import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.control.Executions;
import dev.jcoyote.explain.trace.Program;
import dev.jcoyote.explain.trace.Tracer;
import dev.jcoyote.install.Installer;
import dev.jcoyote.schedule.Schedule;
import dev.jcoyote.scheduler.Ending;
import dev.jcoyote.scheduler.Outcome;
import dev.jcoyote.strategy.Epochs;
import dev.jcoyote.strategy.Following;
import dev.jcoyote.strategy.ReplayStrategy;
import dev.jcoyote.strategy.Seeds;
import dev.jcoyote.strategy.Strategies;
import dev.jcoyote.strategy.Strategy;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs the executions of one exploration or replay, and collects what they say. */
final class Exploration {
    private final Configuration configuration;
    private final TestBody body;
    private final ExecutionRunner runner;
    private final RaceWatch races;
    private final Installer installer;
    private final Suspects suspects;
    private Findings findings;
    private final long startNanos;

    Exploration(
            Configuration configuration,
            TestBody body,
            ExecutionRunner runner,
            RaceWatch races,
            Installer installer,
            long startNanos) {
        this.configuration = configuration;
        this.body = body;
        this.runner = runner;
        this.startNanos = startNanos;
        this.races = races;
        this.installer = installer;
        this.suspects = new Suspects(configuration, runner);
        this.findings = new Findings(configuration, runner, races, installer);
    }

    /** Runs as many executions as the configuration asks for. */
    Report explore() {
        Strategies.requireCanBegin(configuration.strategy(), configuration.firstExecution());
        Strategy strategy = begin(configuration.learned());
        prepare();
        if (configuration.learned().isEmpty()) {
            runner.runAll(new Learning(strategy));
        }
        long begin = System.nanoTime();
        runner.runAll(new Alone(strategy, begin));
        explain();
        return report(strategy, configuration.seed(), begin, null);
    }

    /** The strategy, which knows what was learned before; so do those who look for races. */
    private Strategy begin(String learnedText) {
        Learned learned = Learned.of(learnedText);
        races.promote(learned.promoted());
        suspects.begin(learned.suspects());
        return Strategies.create(
                configuration.strategy(), configuration.depth(), learned.ofStrategy(), configuration.iterations());
    }

    /** Runs the ranges that the source hands out, and gives it what they show. */
    void explore(RangeSource source) {
        prepare();
        runner.engines().current();
        source.ready(runner.engines().name(), runner.engines().reason(), runner::progress);
        runner.runAll(new Ranges(source));
    }

    /** Runs one execution under the schedule's decisions. */
    Report replay(Schedule schedule) {
        ReplayStrategy strategy = new ReplayStrategy(schedule, configuration.tolerant());
        int number = Integer.parseInt(header(schedule, Schedule.EXECUTION));
        long seed = Long.parseLong(header(schedule, Schedule.SEED));
        findings.last().originatesFrom(schedule);
        races.promote(Learned.names(Objects.requireNonNullElse(schedule.header(Schedule.PROMOTED), "")));
        prepare();
        long begin = System.nanoTime();
        Outcome outcome = runner.run(execution(strategy, number, seed));
        ReplayStrategy another = outcome.ending() == Ending.COMPLETED ? strategy.another() : null;
        Following following = strategy.following();
        if (another != null) {
            outcome = runner.run(execution(another, number, seed));
            // Of two ways that do not fail the one counts that is nearer to the schedule.
            boolean isNearer = another.following().applied() > following.applied();
            if (isNearer || outcome.ending() != Ending.COMPLETED) {
                strategy = another;
                following = another.following();
            }
        }
        findings.add(strategy, seed, number, outcome);
        if (races.ended(number)) {
            findings.add(findings.last().racy(strategy, seed, number, outcome), races.take());
        }
        Report report = report(strategy, seed, begin, strategy.divergence());
        boolean isCutShort = strategy.divergence() != null && !configuration.tolerant();
        Replayed replayed = Replayed.of(report, schedule, following, outcome.ending(), isCutShort);
        return report.with(report.verdict(), report.bugs(), report.warnings(), List.of(replayed));
    }

    /** Runs one execution under the schedule's decisions, and finds out why it fails. */
    Report explain(Schedule schedule) {
        Report replayed = replay(schedule);
        if (replayed.bugs().isEmpty() || replayed.divergence() != null) {
            return replayed;
        }
        long begin = System.nanoTime();
        explain();
        return report(new ReplayStrategy(schedule, false), replayed.seed(), begin, null);
    }

    /** Explains the bugs of a report on executions that were run elsewhere. */
    Report explain(Report report) {
        prepare();
        List<Bug> explained =
                report.bugs().stream().map(explanations()::explain).toList();
        return report.with(report.verdict(), explained, report.warnings(), report.replays());
    }

    private void explain() {
        if (findings.hasBug()) {
            findings.explain(explanations());
        }
    }

    private Explanations explanations() {
        String test = configuration.testName();
        Program program = Program.of(test.substring(0, Math.max(0, test.lastIndexOf('.'))));
        Tracer tracer = new Tracer(program, installer, SystematicTesting.loader(configuration));
        return new Explanations(configuration, body, () -> call(body::prepareExecution), runner, races, tracer);
    }

    private static String header(Schedule schedule, String key) {
        return Objects.requireNonNullElse(schedule.header(key), "0");
    }

    private Report report(Strategy strategy, long seed, long begin, @Nullable String divergence) {
        findings.exhaustive(strategy.exhaustion());
        findings.note(suspects);
        return findings.report(
                strategy.name(),
                seed,
                Duration.ofNanos(begin - startNanos),
                Duration.ofNanos(System.nanoTime() - begin),
                divergence);
    }

    private Execution execution(Strategy strategy, int number, long seed) {
        call(body::prepareExecution);
        Strategy directed = suspects.direct(strategy, number);
        findings.last().begin(directed);
        return new Execution(
                body::run,
                directed,
                number,
                Seeds.ofExecution(seed, number),
                configuration.maxSteps(),
                configuration.watchdog());
    }

    private void prepare() {
        runner.engines().requirePossible();
        call(body::prepare);
    }

    private static void call(TestBody preparation) {
        try {
            preparation.run();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("The test could not be prepared", e);
        }
    }

    /** The executions of the epochs before the first one's own: it needs to know what was learned from them. */
    private final class Learning implements Executions {
        private final Strategy strategy;
        private final int last = Epochs.firstOf(configuration.firstExecution()) - 1;
        private int number;

        Learning(Strategy strategy) {
            this.strategy = strategy;
        }

        @Override
        public @Nullable Execution next() {
            if (number == last) {
                return null;
            }
            races.begin(++number, false);
            return execution(strategy, number, configuration.seed());
        }

        @Override
        public void ended(Execution execution, Outcome outcome) {
            races.learn();
        }
    }

    /** Executions that are looked at one by one, until one ends the exploration. */
    private abstract class Exploring implements Executions {
        Strategy strategy;
        int number;
        private @Nullable Check check;
        private @Nullable RacyExecution racy;

        Exploring(Strategy strategy) {
            this.strategy = strategy;
        }

        /** Sets the number of the execution to run next, and its strategy; returns whether there is one. */
        abstract boolean advance();

        /** The findings have the execution; {@code isLast} if it ends the exploration. */
        abstract void found(boolean isLast);

        @Override
        public final @Nullable Execution next() {
            if (check != null) {
                configuration.listener().executionRepeats(number);
                races.beginSecondRun();
                return execution(check.strategy(), number, configuration.seed());
            }
            if (!advance()) {
                return null;
            }
            configuration.listener().executionBegins(number);
            if (races.begin(number, strategy.exhaustion() != null)) {
                strategy.restart();
            }
            return execution(strategy, number, configuration.seed());
        }

        @Override
        public final void ended(Execution execution, Outcome outcome) {
            if (check != null) {
                boolean isLast = check.conclude(outcome);
                check = null;
                conclude(isLast);
            } else if (outcome.ending() == Ending.TIMEOUT) {
                check = new TimeoutCheck(findings, configuration.seed(), strategy, number, outcome);
            } else {
                findings.add(strategy, configuration.seed(), number, outcome);
                racy = races.ended(number)
                        ? findings.last().racy(strategy, configuration.seed(), number, outcome)
                        : null;
                if (isRepeated() && outcome.ending() != Ending.ABANDONED) {
                    check = new DeterminismCheck(
                            findings,
                            runner,
                            findings.last().schedule(strategy, configuration.seed(), number, outcome),
                            number,
                            outcome);
                } else if (racy != null && races.asksForSecondRun()) {
                    check = new RaceCheck(racy);
                } else {
                    conclude(false);
                }
            }
        }

        /** All is known that will be known of the execution. */
        private void conclude(boolean isLast) {
            if (racy != null) {
                findings.add(racy, races.take());
                racy = null;
            }
            found(isLast || (findings.hasBug() && !configuration.exploreAll()));
        }

        private boolean isRepeated() {
            return number - configuration.firstExecution() < configuration.determinismChecks();
        }
    }

    /** All executions that the configuration asks for. */
    private final class Alone extends Exploring {
        private final long begin;
        private final int last;
        private boolean isOver;

        Alone(Strategy strategy, long begin) {
            super(strategy);
            this.begin = begin;
            number = configuration.firstExecution() - 1;
            last = (int) Math.min(Integer.MAX_VALUE, (long) number + configuration.iterations());
        }

        @Override
        boolean advance() {
            if (isOver || number == last || isEnough()) {
                return false;
            }
            number++;
            return true;
        }

        private boolean isEnough() {
            Duration limit = configuration.timeLimit();
            return (strategy.exhausted() && !races.areToBePromoted())
                    || configuration.listener().isStopRequested()
                    || (limit != null && !Debugger.isPresent() && System.nanoTime() - begin >= limit.toNanos());
        }

        @Override
        void found(boolean isLast) {
            isOver = isLast || findings.tooManyLeftBehind();
        }
    }

    /** The executions of the ranges that a source hands out. */
    private final class Ranges extends Exploring {
        private final RangeSource source;
        private @Nullable ExecutionRange range;
        private int begin = 1;
        private boolean isOver;

        Ranges(RangeSource source) {
            super(Exploration.this.begin(""));
            this.source = source;
        }

        @Override
        boolean advance() {
            while (range == null
                    || number == range.last()
                    || isOver
                    || configuration.listener().isStopRequested()) {
                tell(false);
                range = source.next();
                if (range == null) {
                    return false;
                }
                begin(range);
            }
            number++;
            return true;
        }

        private void begin(ExecutionRange next) {
            strategy = Exploration.this.begin(next.learned());
            begin = next.first();
            number = begin - 1;
            isOver = false;
        }

        @Override
        void found(boolean isLast) {
            isOver = isLast;
            if (isLast || findings.isPossibleEnd()) {
                tell(isLast);
            }
        }

        /** Tells the source what the executions since the last time have shown. */
        private void tell(boolean isLast) {
            if (begin <= number) {
                Learned learned = new Learned(strategy.learnedByNow(), races.promotedByNow(), suspects.byNow());
                source.ran(findings.part(begin, number, isLast, learned.text()));
                findings = findings.another();
                begin = number + 1;
            }
        }
    }
}
