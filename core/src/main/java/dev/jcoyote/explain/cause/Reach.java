package dev.jcoyote.explain.cause;

/** Whether an execution that passes comes to the check that fails in another one. */
enum Reach {
    /** The thread makes the check as often as in the execution that fails. */
    AGAIN,
    /** The check is made, but not so often by that thread. */
    LESS,
    /** The check is not made. */
    NEVER
}
