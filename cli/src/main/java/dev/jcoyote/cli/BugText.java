package dev.jcoyote.cli;

import dev.jcoyote.Bug;
import dev.jcoyote.BugKind;
import java.util.List;

/** What is wrong, as the screen shows it. */
final class BugText {
    /** What the kind says already. */
    private static final String PLAIN_ASSERTION = "java.lang.AssertionError: ";

    private BugText() {}

    /** The lines of a bug: one a thread for a deadlock, else one. */
    static List<String> lines(Bug bug) {
        String message = bug.message();
        if (bug.kind() == BugKind.DEADLOCK) {
            return List.of(message.split("; ", -1));
        }
        boolean isPlain = bug.kind() == BugKind.ASSERTION && message.startsWith(PLAIN_ASSERTION);
        return List.of(isPlain ? message.substring(PLAIN_ASSERTION.length()) : message);
    }
}
