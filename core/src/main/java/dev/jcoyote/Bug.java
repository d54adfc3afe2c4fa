package dev.jcoyote;

import dev.jcoyote.schedule.Schedule;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A buggy execution.
 *
 * @param kind what is wrong
 * @param message what is wrong, in one line
 * @param key what two executions that fail in the same way have in common
 * @param execution the number of the execution in its exploration, from 1
 * @param schedule the decisions that lead to it
 * @param scheduleFile where the schedule was written; null if nothing is written
 * @param reportFile where the report was written; null if nothing is written
 * @param report the report: the error, the stacks and the interleaving
 * @param error the exception or assertion error; null for other kinds
 * @param explanation why it happens; null until the exploration has ended, and if none is wanted
 */
public record Bug(
        BugKind kind,
        String message,
        String key,
        int execution,
        Schedule schedule,
        @Nullable Path scheduleFile,
        @Nullable Path reportFile,
        String report,
        @Nullable Throwable error,
        @Nullable Explanation explanation) {
    /** This bug with its explanation, and the report that has it. */
    Bug explained(Explanation why, String newReport) {
        return new Bug(kind, message, key, execution, schedule, scheduleFile, reportFile, newReport, error, why);
    }
}
