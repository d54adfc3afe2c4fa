package dev.jcoyote;

/** Stands for bugs of the kind {@link BugKind#LIVELOCK} where an expected bug is named by a type; nobody throws it. */
public final class Livelock extends Error {
    private static final long serialVersionUID = 1L;

    private Livelock() {}
}
