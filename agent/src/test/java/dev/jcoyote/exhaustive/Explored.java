package dev.jcoyote.exhaustive;

import dev.jcoyote.control.Execution;
import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.scheduler.Ending;
import dev.jcoyote.scheduler.Outcome;
import dev.jcoyote.strategy.Strategy;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/** The final states that the executions of a strategy come to. */
final class Explored {
    private static final String[] STATE = new String[1];

    /** A deadlock is not believed for a while where threads outside control might end it: so many others take as long. */
    private static final int COST_OF_FAILURE = Runtime.version().feature() >= 24 ? 1 : 50;

    private int cost;

    final Set<String> states = new TreeSet<>();
    int executions;

    /** How many came to their end: the others may be cut off at different points though they are equivalent. */
    int completed;

    boolean isComplete;

    /** Runs executions until the strategy knows of no more, or the limit is reached. */
    static Explored by(ExecutionRunner runner, Strategy strategy, RandomProgram program, int limit, Runnable each) {
        Explored explored = new Explored();
        while (explored.cost < limit && !strategy.exhausted()) {
            explored.executions++;
            STATE[0] = "?";
            Outcome outcome = runner.run(new Execution(
                    () -> STATE[0] = program.run(),
                    strategy,
                    explored.executions,
                    explored.executions,
                    10_000,
                    Duration.ofSeconds(20)));
            explored.cost += outcome.ending() == Ending.COMPLETED ? 1 : COST_OF_FAILURE;
            if (outcome.ending() != Ending.ABANDONED) {
                if (outcome.ending() == Ending.COMPLETED) {
                    explored.completed++;
                    each.run();
                }
                explored.states.add(
                        outcome.ending() == Ending.COMPLETED
                                ? STATE[0]
                                : outcome.ending().toString());
            }
        }
        explored.isComplete = strategy.exhausted();
        return explored;
    }
}
