package dev.jcoyote.explain;

import dev.jcoyote.scheduler.ProgramStack;
import dev.jcoyote.scheduler.ThreadSnapshot;
import java.util.List;

/** The threads of an execution with their stacks, as they were at its end. */
public final class StackText {
    private StackText() {}

    /** The threads that can never go on, then the others. */
    public static String of(List<ThreadSnapshot> threads) {
        StringBuilder text = new StringBuilder();
        threads.stream().filter(ThreadSnapshot::stuck).forEach(thread -> append(text, thread));
        threads.stream().filter(thread -> !thread.stuck()).forEach(thread -> append(text, thread));
        return text.toString();
    }

    private static void append(StringBuilder text, ThreadSnapshot thread) {
        text.append(thread.label()).append(' ').append(thread.state()).append('\n');
        List<StackTraceElement> stack = thread.stack();
        int first = firstToShow(stack);
        for (StackTraceElement frame : stack.subList(first, stack.size())) {
            text.append("        at ").append(frame).append('\n');
        }
        text.append('\n');
    }

    /** The JDK's method that the program has called: how that waits is nobody's matter. */
    private static int firstToShow(List<StackTraceElement> stack) {
        for (int frame = 0; frame < stack.size(); frame++) {
            if (!ProgramStack.isOfJdk(stack.get(frame))) {
                return Math.max(0, frame - 1);
            }
        }
        return 0;
    }
}
