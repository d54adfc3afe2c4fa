package dev.jcoyote.install;

/** This JVM cannot be instrumented; the message says why, and what to do. */
public final class InstallationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates one with a message for the user. */
    public InstallationException(String message) {
        super(message);
    }

    /** Creates one with a message for the user and the error behind it. */
    public InstallationException(String message, Throwable cause) {
        super(message, cause);
    }
}
