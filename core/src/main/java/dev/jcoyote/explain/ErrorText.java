package dev.jcoyote.explain;

import dev.jcoyote.scheduler.ProgramStack;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells an exception with its causes, without the tool's own frames. */
public final class ErrorText {
    private static final int LONGEST_SUMMARY = 160;

    private ErrorText() {}

    /** The exception in one line: its first, or the beginning of all if its message begins with an empty one. */
    public static String summary(Throwable error) {
        List<String> lines =
                String.valueOf(error).strip().lines().map(String::strip).toList();
        if (lines.isEmpty()) {
            return error.getClass().getName();
        }
        if (!lines.get(0).endsWith(":")) {
            return lines.get(0);
        }
        String all = lines.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining(" "));
        return all.length() <= LONGEST_SUMMARY ? all : all.substring(0, LONGEST_SUMMARY) + "...";
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
