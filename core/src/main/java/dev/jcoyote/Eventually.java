package dev.jcoyote;

import dev.jcoyote.control.CurrentExecution;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/** What must happen in every fair execution of a test. {@link Liveness} is for what no condition can tell. */
public final class Eventually {
    private Eventually() {}

    /**
     * From now on the condition must become true, and whenever it is false again it must become true again.
     *
     * <p>The execution fails, as {@link BugKind#LIVENESS}, if the condition is false at its end, or has been for more
     * scheduling points than {@link Demands#livenessBound} allows while a fair strategy chose. The condition
     * is looked at like that of {@link Always#holds}.
     *
     * @param name what reports call it
     * @throws IllegalStateException if the caller is not in an execution
     */
    public static void holds(String name, BooleanSupplier condition) {
        CurrentExecution.eventually(
                "Eventually.holds",
                Objects.requireNonNull(name, "name"),
                Objects.requireNonNull(condition, "condition"));
    }
}
