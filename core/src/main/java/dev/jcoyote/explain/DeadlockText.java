package dev.jcoyote.explain;

import dev.jcoyote.scheduler.ThreadSnapshot;
import java.util.List;

/** Tells a deadlock: what each thread waits for, who holds it, where it was taken, and the stacks. */
public final class DeadlockText {
    private DeadlockText() {}

    /** The deadlock in one line. */
    public static String summary(List<ThreadSnapshot> threads) {
        StringBuilder text = new StringBuilder();
        for (ThreadSnapshot thread : threads) {
            if (thread.stuck()) {
                text.append(text.length() == 0 ? "" : "; ").append(waits(thread));
            }
        }
        return text.toString();
    }

    /** The threads that wait, each with its stack, then the others. */
    public static String details(List<ThreadSnapshot> threads) {
        StringBuilder text = new StringBuilder();
        for (ThreadSnapshot thread : threads) {
            if (thread.stuck()) {
                append(text, thread);
            }
        }
        for (ThreadSnapshot thread : threads) {
            if (!thread.stuck()) {
                append(text, thread);
            }
        }
        return text.toString();
    }

    /** All threads with their stacks, as they were when the execution ended. */
    static void append(StringBuilder text, ThreadSnapshot thread) {
        text.append(thread.label()).append(' ').append(thread.state()).append('\n');
        if (thread.holder() != null && thread.takenAt() != null) {
            text.append("    held by ")
                    .append(thread.holder())
                    .append(", taken at ")
                    .append(thread.takenAt())
                    .append('\n');
        } else if (thread.holder() != null && !thread.state().contains(thread.holder())) {
            text.append("    held by ").append(thread.holder()).append('\n');
        }
        for (StackTraceElement frame : thread.stack()) {
            text.append("        at ").append(frame).append('\n');
        }
        text.append('\n');
    }

    private static String waits(ThreadSnapshot thread) {
        String text = thread.label() + " " + thread.state();
        if (thread.holder() != null && !thread.state().contains(thread.holder())) {
            text += ", held by " + thread.holder();
        }
        return text;
    }
}
