package dev.jcoyote.explain;

import dev.jcoyote.scheduler.ProgramStack;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Tells an exception with its causes, without the tool's own frames. */
public final class ErrorText {
    private ErrorText() {}

    /** The exception in one line. */
    public static String summary(Throwable error) {
        String text = String.valueOf(error).strip();
        return text.lines().findFirst().orElse(error.getClass().getName());
    }

    /** The stack trace as the JVM prints it. */
    public static String details(Throwable error) {
        StringBuilder text = new StringBuilder();
        append(text, error, "", "", Collections.newSetFromMap(new IdentityHashMap<>()));
        return text.toString();
    }

    private static void append(
            StringBuilder text, Throwable error, String indent, String caption, Set<Throwable> seen) {
        text.append(indent)
                .append(caption)
                .append(String.valueOf(error).strip())
                .append('\n');
        if (!seen.add(error)) {
            return;
        }
        for (StackTraceElement frame : ProgramStack.of(error.getStackTrace())) {
            text.append(indent).append("    at ").append(frame).append('\n');
        }
        for (Throwable suppressed : error.getSuppressed()) {
            append(text, suppressed, indent + "    ", "Suppressed: ", seen);
        }
        if (error.getCause() != null) {
            append(text, error.getCause(), indent, "Caused by: ", seen);
        }
    }
}
