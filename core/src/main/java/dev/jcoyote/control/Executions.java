package dev.jcoyote.control;

import dev.jcoyote.scheduler.Outcome;
import org.jspecify.annotations.Nullable;

/** What an {@link ExecutionRunner} runs, one execution after the other; asked on the thread that runs them. */
public interface Executions {
    /** The execution to run next; null if none is left. */
    @Nullable
    Execution next();

    /** That execution is over. What the runner says of it holds until this returns. */
    void ended(Execution execution, Outcome outcome);
}
