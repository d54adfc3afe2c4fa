package dev.jcoyote.control;

import dev.jcoyote.bridge.Control;
import dev.jcoyote.schedule.Decision;
import dev.jcoyote.scheduler.Scheduler;
import dev.jcoyote.scheduler.Temperature;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a test body may ask of the execution that it runs in. Every method takes the name of what the test body has called,
 * and throws an {@link IllegalStateException} unless the caller is a controlled thread in the program's code.
 */
public final class CurrentExecution {
    /** Changed between executions only. */
    private static @Nullable Scheduler scheduler;

    private CurrentExecution() {}

    static void begin(Scheduler ofExecution) {
        scheduler = ofExecution;
    }

    /** Chooses a value from 0 to {@code bound - 1}. */
    public static int chooseValue(String caller, int bound) {
        return ask(caller, execution -> {
            execution.passIfOver();
            return execution.chooseValue(bound, Decision.Kind.VALUE);
        });
    }

    /** What to throw to end the execution, which counts for nothing. */
    public static Error skip(String caller) {
        return ask(caller, Scheduler::skip);
    }

    /** The condition must hold before every step. */
    public static void always(String caller, String name, BooleanSupplier condition) {
        ask(caller, execution -> {
            execution.specifications().addInvariant(name, condition);
            return true;
        });
    }

    /** The condition must become true whenever it is false. */
    public static void eventually(String caller, String name, BooleanSupplier condition) {
        ask(caller, execution -> {
            execution.specifications().addEventually(name, condition);
            return true;
        });
    }

    /** Something that the test body calls hot and cold. */
    public static Temperature temperature(String caller, String name) {
        return ask(caller, execution -> execution.specifications().addTemperature(name));
    }

    /** The test body calls it hot or cold. */
    public static void set(String caller, Temperature temperature, boolean hot, String state) {
        ask(caller, execution -> {
            execution.specifications().set(temperature, hot, state);
            return true;
        });
    }

    private static <T> T ask(String caller, Function<Scheduler, T> question) {
        if (!Control.mask()) {
            throw outside(caller);
        }
        try {
            Scheduler current = Objects.requireNonNull(scheduler);
            if (current.specifications().isEvaluating()) {
                throw new IllegalStateException(
                        caller + " was called in a specification, which may look at things but do nothing");
            }
            return question.apply(current);
        } finally {
            Control.unmask(true);
        }
    }

    private static IllegalStateException outside(String caller) {
        String thread = Thread.currentThread().getName();
        return new IllegalStateException(
                Control.active
                        ? caller + " was called on the thread \"" + thread
                                + "\", which is not under control: call it on"
                                + " the test's own thread or on one that the test has started"
                        : caller + " was called outside an execution: call it in the body of a systematic test");
    }
}
