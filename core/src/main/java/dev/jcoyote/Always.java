package dev.jcoyote;

import dev.jcoyote.control.CurrentExecution;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/** Invariants of a test: conditions that hold in every state between two steps of its threads. */
public final class Always {
    private Always() {}

    /**
     * From now on, until the execution ends, looks at the condition before every step of any thread. If it is false the
     * execution fails there, as {@link BugKind#INVARIANT}; if it throws, as {@link BugKind#EXCEPTION}.
     *
     * <p>The thread that has run last looks at it, and no other thread can come in between. A condition may read whatever
     * it likes, but must change nothing, start nothing and wait for nothing: a lock that another thread holds is an
     * error, so read the fields themselves.
     *
     * @param name what reports call it
     * @throws IllegalStateException if the caller is not in an execution
     */
    public static void holds(String name, BooleanSupplier condition) {
        CurrentExecution.always(
                "Always.holds", Objects.requireNonNull(name, "name"), Objects.requireNonNull(condition, "condition"));
    }
}
