package dev.jcoyote;

/** Stands for bugs of the kind {@link BugKind#LIVENESS} where an expected bug is named by a type; nobody throws it. */
public final class LivenessViolation extends Error {
    private static final long serialVersionUID = 1L;

    private LivenessViolation() {}
}
