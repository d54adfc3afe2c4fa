package dev.jcoyote.scenarios;

import dev.jcoyote.control.Body;
import dev.jcoyote.control.Execution;
import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.control.Executions;
import dev.jcoyote.scheduler.Ending;
import dev.jcoyote.scheduler.Outcome;
import dev.jcoyote.strategy.Seeds;
import dev.jcoyote.strategy.Strategies;
import dev.jcoyote.strategy.Strategy;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A program that switches between threads a given number of times, in hot loops that check that each switch leaves a
 * thread as it was.
 *
 * <p>Its arguments are the engine and the number of switches.
 */
final class FiberStress implements Executions {
    private static final int MAX_STEPS = 10_000_000;
    private static final Duration WATCHDOG = Duration.ofSeconds(30);
    private static final int MOST_THREADS = 6;
    private static final int ROUNDS = 150;

    /** One execution of so many is of what is rare in programs, and slow; of each kind of that, one comes first. */
    private static final int RARE = 20;

    private static final int KINDS = 5;

    private final ExecutionRunner runner;
    private final Strategy strategy = Strategies.create("random", 3, "");
    private final long wanted;
    private long switches;
    private int number;

    private FiberStress(ExecutionRunner runner, long wanted) {
        this.runner = runner;
        this.wanted = wanted;
    }

    /** See the class. */
    public static void main(String[] arguments) {
        Installation.ensure();
        System.out.println(run(arguments[0], Long.parseLong(arguments[1])));
        System.exit(0); // threads that do not unwind must not keep the JVM alive
    }

    /** Switches that often on that engine; returns what it did, as a sentence. */
    static String run(String engine, long switches) {
        try (ExecutionRunner runner = new ExecutionRunner(engine, FiberStress.class.getClassLoader())) {
            FiberStress stress = new FiberStress(runner, switches);
            long begin = System.nanoTime();
            runner.runAll(stress);
            long nanos = System.nanoTime() - begin;
            return stress.switches + " switches in " + stress.number + " executions on the engine "
                    + runner.engines().name() + ", " + nanos / stress.switches + " ns each with what they are between";
        }
    }

    @Override
    public @Nullable Execution next() {
        if (switches >= wanted) {
            return null;
        }
        number++;
        return new Execution(body(number), strategy, number, Seeds.ofExecution(1, number), MAX_STEPS, WATCHDOG);
    }

    private static Body body(int number) {
        if (number > KINDS && number % RARE != 0) {
            return () -> new StressLoops(2 + number % (MOST_THREADS - 1)).run(number, ROUNDS);
        }
        return switch ((number > KINDS ? number / RARE : number) % KINDS) {
            case 0 -> () -> StressFrames.classes(5);
            case 1 -> () -> StressFrames.recursion(1_000);
            case 2 -> () -> StressFrames.recursion(3_000);
            case 3 -> StressFrames::overflows;
            default -> () -> StressFrames.exceptions(5);
        };
    }

    @Override
    public void ended(Execution execution, Outcome outcome) {
        switches += outcome.switches();
        if (outcome.ending() != Ending.COMPLETED) {
            throw new AssertionError(
                    "Execution " + execution.number() + " ended with " + outcome.ending() + " in "
                            + Objects.requireNonNullElse(outcome.thread(), "no one thread") + " after " + switches
                            + " switches in all; threads: " + outcome.threads(),
                    outcome.error());
        }
        int runAgain = runner.engines().drainFallBacks();
        if (!runner.leakedThreads().isEmpty() || runAgain > 0) {
            throw new AssertionError("Execution " + execution.number() + " was not as it should be: left behind "
                    + runner.leakedThreads() + ", run again " + runAgain + " times");
        }
    }
}
