package dev.jcoyote;

import dev.jcoyote.control.CurrentExecution;
import dev.jcoyote.scheduler.Temperature;
import java.util.Objects;

/**
 * A liveness monitor: the test says when it becomes hot, since something must happen now, and when it is cold again.
 *
 * <p>An execution fails, as {@link BugKind#LIVENESS}, if a monitor is hot at its end, or has been for more scheduling
 * points than {@link Demands#livenessBound} allows while a fair strategy chose. A monitor belongs to the
 * execution that created it; its methods throw an {@link IllegalStateException} elsewhere.
 */
public final class Liveness {
    private final Temperature temperature;

    private Liveness(Temperature temperature) {
        this.temperature = temperature;
    }

    /**
     * Creates a monitor, which is cold.
     *
     * @param name what reports call it
     */
    public static Liveness monitor(String name) {
        return new Liveness(CurrentExecution.temperature("Liveness.monitor", Objects.requireNonNull(name)));
    }

    /**
     * Something must happen from now on.
     *
     * @param state what is waited for, for the report
     */
    public void hot(String state) {
        CurrentExecution.set("Liveness.hot", temperature, true, Objects.requireNonNull(state));
    }

    /**
     * It has happened.
     *
     * @param state what has, for people who read the test
     */
    public void cold(String state) {
        CurrentExecution.set("Liveness.cold", temperature, false, Objects.requireNonNull(state));
    }
}
