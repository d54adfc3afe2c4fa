package dev.jcoyote.cli;

/** The command was used wrongly; the message says what was met and what to do, and may have several lines. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }

    UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
