package dev.jcoyote.scheduler;

import dev.jcoyote.schedule.OperationText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a test body demands of every state and of every fair execution: looked at before each step, by the thread that has
 * run last.
 *
 * <p>A demand that something happens eventually is violated if it is open at the end of an execution, or has been for more
 * steps than the bound in an execution of a fair strategy.
 */
public final class Specifications {
    /** Runs the program's conditions: nothing is a scheduling point in them, and nothing may wait. */
    @FunctionalInterface
    public interface Evaluator {
        /** The condition's value. */
        boolean evaluate(BooleanSupplier condition);
    }

    private record Invariant(String name, BooleanSupplier condition) {}

    private final List<Invariant> invariants = new ArrayList<>();
    private final List<Temperature> temperatures = new ArrayList<>();
    private final Choices choices;
    private final EndOfExecution end;
    private final Tally tally;
    private final ThreadRegistry threads;

    private @Nullable Evaluator evaluator;
    private boolean evaluating;
    private int chosenBound;
    private int bound;

    Specifications(Choices choices, EndOfExecution end, Tally tally, ThreadRegistry threads) {
        this.choices = choices;
        this.end = end;
        this.tally = tally;
        this.threads = threads;
    }

    /** Sets who runs conditions. */
    public void evaluateBy(Evaluator runs) {
        evaluator = runs;
    }

    /** Sets for how many steps something may be open, from the next execution on; 0 for half of the most steps. */
    public void setBound(int steps) {
        chosenBound = steps;
    }

    void begin(int maxSteps) {
        clear();
        bound = chosenBound == 0 ? Math.max(1, maxSteps / 2) : chosenBound;
    }

    void clear() {
        invariants.clear();
        temperatures.clear();
    }

    /** From now on the condition must hold before every step. */
    public void addInvariant(String name, BooleanSupplier condition) {
        invariants.add(new Invariant(name, condition));
    }

    /** From now on the condition must become true, whenever it is false. */
    public void addEventually(String name, BooleanSupplier condition) {
        temperatures.add(new Temperature(name, condition));
    }

    /** Something that the test body calls hot and cold. */
    public Temperature addTemperature(String name) {
        Temperature added = new Temperature(name, null);
        temperatures.add(added);
        return added;
    }

    /** The test body calls it hot or cold. */
    public void set(Temperature temperature, boolean hot, String state) {
        if (!temperatures.contains(temperature)) {
            throw new IllegalStateException("The monitor \"" + temperature.name()
                    + "\" belongs to another execution: create it in the test body, not in a static field");
        }
        temperature.become(hot, state, tally.steps);
    }

    /** Whether a condition is being looked at. */
    public boolean isEvaluating() {
        return evaluating;
    }

    /** Looks at all of them; a violation ends the execution. */
    void check(ControlledThread last) {
        if ((invariants.isEmpty() && temperatures.isEmpty()) || Thread.currentThread() != last.thread) {
            return;
        }
        if (!invariants.isEmpty()) {
            choices.observer().judged(last.id);
        }
        for (int i = 0; i < invariants.size() && !end.isReached(); i++) {
            Invariant invariant = invariants.get(i);
            if (!holds("invariant", invariant.name, invariant.condition, last) && !end.isReached()) {
                String text = "the invariant \"" + invariant.name + "\" does not hold " + place();
                end.reach(Ending.INVARIANT, new Violation(text, Violation.NO_CYCLE));
            }
        }
        for (int i = 0; i < temperatures.size() && !end.isReached(); i++) {
            check(temperatures.get(i), last);
        }
    }

    private void check(Temperature temperature, ControlledThread last) {
        BooleanSupplier condition = temperature.condition();
        if (condition != null) {
            temperature.become(!holds("specification", temperature.name(), condition, last), "", tally.steps);
        }
        if (temperature.isHot() && !end.isReached() && tally.steps - temperature.since() >= bound && choices.isFair()) {
            String text = temperature.demand() + " in " + (tally.steps - temperature.since())
                    + " scheduling points of a fair execution";
            end.reach(Ending.LIVENESS, new Violation(text, temperature.since()));
        }
    }

    /** What is open at the end of an execution; null if nothing is. */
    @Nullable
    Violation openAtEnd() {
        for (Temperature temperature : temperatures) {
            if (temperature.isHot()) {
                return new Violation(temperature.demand() + " before the execution ends", Violation.NO_CYCLE);
            }
        }
        return null;
    }

    private boolean holds(String what, String name, BooleanSupplier condition, ControlledThread last) {
        evaluating = true;
        try {
            return Objects.requireNonNull(evaluator).evaluate(condition);
        } catch (Throwable e) {
            end.reach(
                    new IllegalStateException("The " + what + " \"" + name + "\" cannot be evaluated: " + e, e), last);
            return false;
        } finally {
            evaluating = false;
        }
    }

    /** After which step, in words. */
    private String place() {
        EventLog events = choices.events();
        int event = events.size() - 1;
        if (event < 0) {
            return "before the first step";
        }
        return "after step " + (event + 1) + ": "
                + threads.get(events.thread(event)).path() + " "
                + OperationText.at(events.kind(event), events.site(event));
    }
}
