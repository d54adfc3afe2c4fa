package dev.jcoyote.scenarios;

import dev.jcoyote.BugKind;
import dev.jcoyote.TestBody;
import dev.jcoyote.control.Execution;
import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.control.Executions;
import dev.jcoyote.scheduler.Ending;
import dev.jcoyote.scheduler.Outcome;
import dev.jcoyote.strategy.Seeds;
import dev.jcoyote.strategy.Strategies;
import dev.jcoyote.strategy.Strategy;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A program that runs the scenarios in turns, each time with another seed, and fails if one ends as it must not.
 *
 * <p>Its arguments are the engine, the number of executions, and how many seconds they may take.
 */
final class ScenarioStress implements Executions {
    private final ExecutionRunner runner;
    private final List<Scenario> scenarios;
    private final List<TestBody> bodies;
    private final Strategy strategy = Strategies.create("random", 3, "");
    private final int wanted;
    private final long end;
    private int number;

    private ScenarioStress(ExecutionRunner runner, int wanted, long seconds) {
        this.runner = runner;
        this.wanted = wanted;
        this.end = System.nanoTime() + seconds * 1_000_000_000L;
        // Those that warn leave threads or calls outside control behind, more than a JVM can bear in the long run.
        Predicate<Scenario> warns = scenario -> scenario.warning() != null;
        this.scenarios = Scenarios.classes()
                .flatMap(Scenario::of)
                .filter(warns.negate())
                .filter(scenario -> scenario.bug() != BugKind.TIMEOUT && !scenario.isCutOff())
                .toList();
        this.bodies = scenarios.stream().map(Scenario::body).toList();
    }

    /** See the class. */
    public static void main(String[] arguments) {
        Installation.ensure();
        try (ExecutionRunner runner = new ExecutionRunner(arguments[0], ScenarioStress.class.getClassLoader())) {
            ScenarioStress stress =
                    new ScenarioStress(runner, Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
            runner.runAll(stress);
            System.out.println(stress.number + " executions of " + stress.scenarios.size() + " scenarios");
        }
        System.exit(0); // threads that do not unwind must not keep the JVM alive
    }

    @Override
    public @Nullable Execution next() {
        if (number == wanted || System.nanoTime() > end) {
            return null;
        }
        number++;
        Scenario scenario = scenario(number);
        return new Execution(
                bodies.get(number % bodies.size())::run,
                strategy,
                number,
                Seeds.ofExecution(1, number),
                scenario.configuration().maxSteps(),
                scenario.configuration().watchdog());
    }

    private static Ending ending(BugKind bug) {
        return bug == BugKind.ASSERTION ? Ending.EXCEPTION : Ending.valueOf(bug.name());
    }

    private Scenario scenario(int execution) {
        return scenarios.get(execution % scenarios.size());
    }

    @Override
    public void ended(Execution execution, Outcome outcome) {
        Scenario scenario = scenario(execution.number());
        Set<Ending> expected = scenario.bug() == null
                ? Set.of(Ending.COMPLETED, Ending.EXIT, Ending.SKIPPED)
                : Set.of(Ending.COMPLETED, Ending.EXIT, ending(scenario.bug()));
        if (!expected.contains(outcome.ending()) || !runner.leakedThreads().isEmpty()) {
            throw new AssertionError(
                    scenario.name() + ", execution " + execution.number() + ", ended with " + outcome.ending()
                            + ", left behind " + runner.leakedThreads() + "; threads: " + outcome.threads(),
                    outcome.error());
        }
    }
}
