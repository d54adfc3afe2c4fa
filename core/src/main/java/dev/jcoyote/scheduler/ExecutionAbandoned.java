package dev.jcoyote.scheduler;

/** Thrown in the threads of an execution that is over, to unwind them. Programs should let it pass. */
public final class ExecutionAbandoned extends Error {
    private static final long serialVersionUID = 1L;

    ExecutionAbandoned() {
        super("jcoyote has ended this execution and unwinds its threads; let this error pass", null, false, false);
    }
}
