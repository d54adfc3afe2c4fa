package dev.jcoyote;

/** Stands for bugs of the kind {@link BugKind#DEADLOCK} where an expected bug is named by a type; nobody throws it. */
public final class Deadlock extends Error {
    private static final long serialVersionUID = 1L;

    private Deadlock() {}
}
