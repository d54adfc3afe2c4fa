package dev.jcoyote.explain;

import dev.jcoyote.scheduler.Outcome;
import dev.jcoyote.scheduler.ProgramStack;
import dev.jcoyote.scheduler.ThreadSnapshot;
import java.util.List;

/** Tells what the thread was doing that made no progress until the watchdog ended the execution. */
final class StuckText {
    private StuckText() {}

    static String of(Outcome outcome) {
        StringBuilder text = new StringBuilder();
        for (ThreadSnapshot thread : outcome.threads()) {
            if (thread.label().equals(outcome.thread()) && !thread.blocked()) {
                text.append(of(thread));
            }
        }
        return text.toString();
    }

    private static String of(ThreadSnapshot thread) {
        StringBuilder text = new StringBuilder();
        text.append(Paragraph.of(
                "",
                thread.label() + " has made no progress for the whole time limit: it " + thread.state()
                        + ". It was last seen there, called from the lines below:"));
        List<StackTraceElement> program = thread.stack().stream()
                .filter(frame -> !ProgramStack.isOfJdk(frame))
                .toList();
        List<StackTraceElement> shown = program.isEmpty() ? thread.stack() : program;
        for (StackTraceElement frame : shown) {
            text.append(Paragraph.of("    ", frame.getMethodName(), Place.of(frame)));
        }
        return text.append(Paragraph.of(
                        "",
                        "While it is there, no other thread can run. Either it loops, and nothing in"
                                + " the loop is an operation that threads share, so that the loop never lets another thread"
                                + " change what it looks at: make the field volatile, or wait with a lock. Or it waits for"
                                + " something outside of the test, such as the network, which does not come."))
                .toString();
    }
}
