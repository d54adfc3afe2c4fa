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

    final Set<String> states = new TreeSet<>();
    int executions;

    /** How many came to their end: the others may be cut off at different points though they are equivalent. */
    int completed;

    boolean isComplete;

    /** Runs executions until the strategy knows of no more, or the limit is reached. */
    static Explored by(ExecutionRunner runner, Strategy strategy, RandomProgram program, int limit, Runnable each) {
        Explored explored = new Explored();
        while (explored.executions < limit && !strategy.exhausted()) {
            explored.executions++;
            STATE[0] = "?";
            Outcome outcome = runner.run(new Execution(
                    () -> STATE[0] = program.run(),
                    strategy,
                    explored.executions,
                    explored.executions,
                    10_000,
                    Duration.ofSeconds(20)));
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
