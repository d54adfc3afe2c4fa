package dev.jcoyote.explain.cause;

import dev.jcoyote.analysis.BothObservers;
import dev.jcoyote.analysis.DataLog;
import dev.jcoyote.analysis.Footprints;
import dev.jcoyote.analysis.Observer;
import dev.jcoyote.analysis.Races;
import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.explain.Trials;
import dev.jcoyote.explain.names.Naming;
import dev.jcoyote.scheduler.Ending;
import dev.jcoyote.scheduler.ResourceNames;
import dev.jcoyote.strategy.Plan;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Finds the cause of a failure: turns each pair of steps round whose order may matter, and names the pair of which the other
 * order lets the test pass (Choi and Zeller, "Isolating Failure-Inducing Thread Schedules", ISSTA 2002, look for the
 * difference between a failing and a passing schedule; here it is one pair).
 */
public final class CauseFinder {
    private CauseFinder() {}

    /** Finds the cause of the failure that the plan leads to. What the trials say of the last execution changes. */
    public static Cause find(Trials trials, Plan plan, String failure) {
        return find(
                trials,
                plan,
                failure,
                Observer.NONE,
                runner -> new ResourceNames(runner.events(), runner.resources())::of);
    }

    /** Like {@link #find(Trials, Plan, String)}, with the names that people have for the objects. */
    public static Cause find(Trials trials, Plan plan, String failure, Naming naming) {
        return find(trials, plan, failure, naming.observer(), runner -> naming.names(runner)::of);
    }

    private static Cause find(
            Trials trials,
            Plan plan,
            String failure,
            Observer listener,
            Function<ExecutionRunner, IntFunction<String>> naming) {
        Footprints log = new Footprints();
        DataLog data = new DataLog();
        Races order = new Races(log);
        if (!failure.equals(trials.run(plan, BothObservers.of(BothObservers.of(log, data), listener)))) {
            return none("The failure did not come again, so no other order was tried.");
        }
        int executed = log.executed();
        log.addPending();
        if (!order.fit()) {
            return none("The execution is too long to try other orders of its " + executed + " steps.");
        }
        ExecutionRunner runner = trials.runner();
        Execution execution = Execution.of(log, data, runner, naming.apply(runner));
        boolean isDeadlock = trials.outcome().ending() == Ending.DEADLOCK;
        Flips flips = new Flips(plan, log, data, order, runner, Checks.of(trials, data));
        flips.run(trials, failure);
        if (flips.passing().isEmpty()) {
            Cause turn = new Turns(trials, plan, execution).find();
            if (turn != null) {
                return turn;
            }
            return new Cause(Cause.Kind.NONE, java.util.List.of(), noneOf(flips), flips.tried(), 0);
        }
        Cause cause = isDeadlock ? new DeadlockCause(execution, flips).find() : null;
        return cause != null ? cause : new DataCause(execution, flips).find();
    }

    private static Cause none(String text) {
        return new Cause(Cause.Kind.NONE, java.util.List.of(), text, 0, 0);
    }

    private static String noneOf(Flips flips) {
        if (flips.tried() == 0) {
            return Words.wrap("The order of the threads' steps makes no difference here: there are no two steps of"
                    + " different threads whose order could be turned round.");
        }
        String other = flips.otherwise() == 0 ? "" : ", " + flips.otherwise() + " in another way";
        return Words.wrap("No single change of the order lets the test pass: of " + flips.tried() + " tried, "
                + flips.failing() + " fail in the same way" + other
                + ". The failure needs more than one order, or does not depend on the order.");
    }
}
