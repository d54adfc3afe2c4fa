package dev.jcoyote.cli;

import dev.jcoyote.Verdict;

/** The exit codes of the command line. */
final class ExitCode {
    /** Nothing is wrong. */
    static final int FINE = 0;
    /** The command was used wrongly, this machine does not allow it, or a schedule cannot be replayed. */
    static final int USAGE = 1;
    /** A bug was found, or found again. */
    static final int BUG = 2;
    /** The tool itself failed. */
    static final int INTERNAL = 3;
    /** Ended at once by a second Ctrl-C: 128 and the number of the signal, as shells have it. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}

    static int of(Verdict verdict) {
        return switch (verdict) {
            case FAILED -> BUG;
            case PASSED, VERIFIED, VERIFIED_UP_TO_BOUND, INCOMPLETE -> FINE;
            case ERROR -> INTERNAL;
        };
    }
}
