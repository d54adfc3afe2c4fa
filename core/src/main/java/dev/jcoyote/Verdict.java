package dev.jcoyote;

/** What an exploration says about the test. */
public enum Verdict {
    /** At least one execution has a bug. */
    FAILED,
    /** All executions that were run are without a bug. */
    PASSED,
    /** All inequivalent executions were run, and none has a bug. */
    VERIFIED,
    /** All executions up to a number of preemptions were run, and none has a bug: {@link Report#verification} says which. */
    VERIFIED_UP_TO_BOUND,
    /** No bug was found, but something was not seen to its end: the warnings say what. */
    INCOMPLETE,
    /** The tool itself failed. */
    ERROR
}
