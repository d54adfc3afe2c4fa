package dev.jcoyote.scheduler;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * How one execution ended.
 *
 * @param ending why
 * @param error what was thrown; null unless {@code ending} is an exception or an internal error
 * @param thread the label of the thread where it happened; null if it is of no one thread
 * @param exitStatus the status of {@code System.exit}; 0 for other endings
 * @param threads the threads that were there; empty if the execution completed with none left
 * @param steps how many scheduling points there were
 * @param switches how often another thread went on
 * @param timedWaits how many waits had a time limit and came to an end, without sleeps
 * @param expiredWaits how many of them ended because their time was up
 * @param violation what was done against a specification; null if the ending is none of that
 */
public record Outcome(
        Ending ending,
        @Nullable Throwable error,
        @Nullable String thread,
        int exitStatus,
        List<ThreadSnapshot> threads,
        int steps,
        int switches,
        int timedWaits,
        int expiredWaits,
        @Nullable Violation violation) {
    /** Copies the list. */
    public Outcome {
        threads = List.copyOf(threads);
    }

    /** The same with other names of the objects that threads wait for: those of their numbers. */
    public Outcome named(IntFunction<String> names) {
        return new Outcome(
                ending,
                error,
                thread,
                exitStatus,
                threads.stream().map(snapshot -> snapshot.named(names)).toList(),
                steps,
                switches,
                timedWaits,
                expiredWaits,
                violation);
    }
}
