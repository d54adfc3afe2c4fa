package dev.jcoyote.strategy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an exhaustive search has come.
 *
 * @param isComplete whether one execution of each equivalence class was run
 * @param executions how many executions were run to their end by the search that is complete, or goes on; no two of them are
 *     equivalent
 * @param preemptions the highest number of preemptions up to which all was run; -1 if there is none
 * @param explored which part of all has been run, from 0 to 1, as far as is known
 * @param assumptions what the result rests on, each as a clause
 * @param problem why the search could not go on, as a clause; null if it could
 */
public record Exhaustion(
        boolean isComplete,
        long executions,
        int preemptions,
        double explored,
        List<String> assumptions,
        @Nullable String problem) {
    /** Copies the list. */
    public Exhaustion {
        assumptions = List.copyOf(assumptions);
    }

    /** How many executions there are in all, estimated; at least those that were run. */
    public long estimate() {
        return explored <= 0 ? Long.MAX_VALUE : Math.max(executions, (long) Math.ceil(executions / explored));
    }
}
