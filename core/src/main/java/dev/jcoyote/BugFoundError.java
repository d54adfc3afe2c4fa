package dev.jcoyote;

import org.jspecify.annotations.Nullable;

/**
 * The failure of a systematic test: an execution has a bug. The message tells the bug, the interleaving and how to replay
 * it; the cause is the exception or assertion error of the execution, if the bug is one.
 */
public final class BugFoundError extends AssertionError {
    private static final long serialVersionUID = 1L;

    /** Creates one with that message, and the error that the execution ended with if there is one. */
    public BugFoundError(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
