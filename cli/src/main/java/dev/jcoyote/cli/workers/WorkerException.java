package dev.jcoyote.cli.workers;

/** An exploration that workers could not begin: the message says what one of them met. */
public final class WorkerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean wrongUse;

    WorkerException(String message, boolean wrongUse) {
        super(message);
        this.wrongUse = wrongUse;
    }

    /** Whether the command was used wrongly, or this machine does not allow it; else the tool itself failed. */
    public boolean isWrongUse() {
        return wrongUse;
    }
}
