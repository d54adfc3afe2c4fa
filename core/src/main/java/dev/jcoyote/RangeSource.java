package dev.jcoyote;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Who hands out the executions of an exploration that several processes share. Called on the thread that runs them. */
public interface RangeSource {
    /**
     * All is prepared: a range can be run.
     *
     * @param engine the engine's name
     * @param reason why it is that engine, as a clause
     * @param progress a number that changes while an execution gets on; any thread may ask for it
     */
    void ready(String engine, String reason, LongSupplier progress);

    /** Waits for the next range, whose numbers are above those of the ranges before; null if there is none. */
    @Nullable
    ExecutionRange next();

    /** A stretch of the range was run. A range without a bug is one stretch. */
    void ran(PartialReport part);
}
