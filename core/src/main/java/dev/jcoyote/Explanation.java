package dev.jcoyote;

import dev.jcoyote.schedule.Schedule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a failure happens, as far as running the test again and again could tell.
 *
 * @param minimized the simplest execution found that fails in the same way; null if none was looked for, or the failure could
 *     not be repeated
 * @param cause the accesses whose order makes the difference; null if none was looked for
 * @param trace that execution, a column a thread; empty if there is none
 * @param allSteps the same with all steps, also those that matter to one thread alone
 * @param text all of it in words, as reports show it
 * @param screenText the same for a screen, which may be wider
 * @param notes what the reader must know besides, each in one line
 */
public record Explanation(
        @Nullable Minimized minimized,
        @Nullable Cause cause,
        String trace,
        String allSteps,
        String text,
        String screenText,
        List<String> notes) {
    /** Copies the list. */
    public Explanation {
        notes = List.copyOf(notes);
    }

    /** Words alone, of a failure whose executions are not told. */
    static Explanation ofWords(String text, List<String> notes) {
        return new Explanation(null, null, "", "", text, text, notes);
    }

    /**
     * The simplest execution found that fails in the same way.
     *
     * @param schedule its decisions
     * @param scheduleFile where they were written; null if nothing is written
     * @param preemptions how often a thread is interrupted in it that could have gone on
     * @param switches how often another thread goes on
     * @param steps how many operations it has
     * @param isFewest whether all executions with fewer preemptions were tried, as far as they differ
     * @param executions how many executions were run to find it and the cause
     * @param time how long that took
     */
    public record Minimized(
            Schedule schedule,
            @Nullable Path scheduleFile,
            int preemptions,
            int switches,
            int steps,
            boolean isFewest,
            int executions,
            Duration time) {}

    /**
     * The accesses whose order makes the difference between failing and passing.
     *
     * @param kind what kind of mistake it is, such as {@code atomicity} or {@code order}
     * @param first where the first access is, as {@code Class.method(File.java:12)}; empty if none was found
     * @param second where the second one is; empty if none was found
     * @param text the cause in words, in lines
     */
    public record Cause(String kind, String first, String second, String text) {}
}
