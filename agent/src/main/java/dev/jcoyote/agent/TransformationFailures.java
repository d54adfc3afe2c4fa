package dev.jcoyote.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The classes that could not be transformed, with the reason: the JVM drops what a transformer throws, so it is kept
 * here. Such a class runs as it was written, outside control.
 */
public final class TransformationFailures {
    private final List<Failure> failures = new ArrayList<>();

    /**
     * One class that was left as it was.
     *
     * @param className the internal name
     * @param cause what went wrong
     */
    public record Failure(String className, Throwable cause) {}

    synchronized void add(String className, Throwable cause) {
        failures.add(new Failure(className, cause));
    }

    /** The failures so far in one line each, the class's name and the cause, in the order of the names. */
    public synchronized List<String> lines() {
        Set<String> lines = new TreeSet<>();
        for (Failure failure : failures) {
            String cause = failure.cause().toString();
            int end = cause.indexOf('\n');
            lines.add(Names.dotted(failure.className()) + ": " + (end < 0 ? cause : cause.substring(0, end)));
        }
        return new ArrayList<>(lines);
    }

    /** The failures so far, in the order in which they happened. */
    public synchronized List<Failure> all() {
        return new ArrayList<>(failures);
    }
}
