package dev.jcoyote;

import dev.jcoyote.scheduler.Outcome;
import dev.jcoyote.scheduler.ThreadSnapshot;
import dev.jcoyote.scheduler.Wait;

/** Tells different bugs from the same one met again: by what failed, and where in the code. */
final class BugKey {
    private BugKey() {}

    /** Two executions with the same key show the same bug. */
    static String of(BugKind kind, Outcome outcome, String summary) {
        StringBuilder key = new StringBuilder(kind.id());
        Throwable error = outcome.error();
        if (error == null) {
            for (ThreadSnapshot thread : outcome.threads()) {
                Wait wait = thread.waitsFor();
                if (thread.stuck() && wait != null) {
                    key.append('|').append(wait.kind()).append(wait.at());
                }
            }
            return outcome.threads().isEmpty() ? key.append('|').append(summary).toString() : key.toString();
        }
        key.append('|').append(error.getClass().getName());
        StackTraceElement[] stack = error.getStackTrace();
        for (int i = 0; i < Math.min(5, stack.length); i++) {
            key.append('|').append(stack[i]);
        }
        return key.toString();
    }
}
