package dev.jcoyote;

import dev.jcoyote.control.CurrentExecution;

/** What a test takes for granted: executions in which it is not so count for nothing. */
public final class Assume {
    private Assume() {}

    /**
     * Skips the execution unless the condition holds: it neither passes nor fails, and the report counts it. If all
     * executions are skipped the verdict is {@link Verdict#INCOMPLETE}.
     *
     * @throws IllegalStateException if the condition does not hold and the caller is not in an execution
     */
    public static void that(boolean condition) {
        if (!condition) {
            throw CurrentExecution.skip("Assume.that");
        }
    }
}
