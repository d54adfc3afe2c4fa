package dev.jcoyote.exhaustive;

import dev.jcoyote.control.Execution;
import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.scheduler.Ending;
import dev.jcoyote.scheduler.Outcome;
import dev.jcoyote.strategy.Strategy;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The final states that the executions of a strategy come to. */
final class Explored {
    private static final String[] STATE = new String[1];

    /** A deadlock is not believed for a while where threads outside control might end it: so many others take as long. */
    private static final int COST_OF_FAILURE = Runtime.version().feature() >= 24 ? 1 : 50;

    final Set<String> states = new TreeSet<>();

    /** How many came to their end: the others may be cut off at different points though they are equivalent. */
    int completed;

    int executions;
    boolean isComplete;
    private int cost;

    /** Runs executions until the strategy knows of no more, or the limit is reached; each one's state is told. */
    static Explored by(
            ExecutionRunner runner, Strategy strategy, RandomProgram program, int limit, Consumer<String> each) {
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
            boolean isCompleted = outcome.ending() == Ending.COMPLETED;
            explored.cost += isCompleted ? 1 : COST_OF_FAILURE;
            if (outcome.ending() != Ending.ABANDONED) {
                String state = isCompleted ? STATE[0] : outcome.ending().toString();
                explored.completed += isCompleted ? 1 : 0;
                explored.states.add(state);
                each.accept(state);
            }
        }
        explored.isComplete = strategy.exhausted();
        return explored;
    }
}
