package dev.jcoyote;

import dev.jcoyote.strategy.Exhaustion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of all that can happen an exhaustive search has seen.
 *
 * @param executions how many executions the search has run of which no two are equivalent: they differ in the order of steps
 *     that matter to each other
 * @param estimate how many there are in all; exact if the search is complete, else estimated from the branches known so far;
 *     {@link Long#MAX_VALUE} if nothing is known
 * @param complete whether all were run
 * @param preemptions the number of preemptions up to which all was run; null if there is none, or no need for it
 * @param assumptions what the result rests on, each as a clause
 * @param problem why the search could not go on, as a clause; null if it could
 */
public record Verification(
        long executions,
        long estimate,
        boolean complete,
        @Nullable Integer preemptions,
        List<String> assumptions,
        @Nullable String problem) {
    /** Copies the list. */
    public Verification {
        assumptions = List.copyOf(assumptions);
    }

    static @Nullable Verification of(@Nullable Exhaustion search, Configuration configuration, TimedWaits timedWaits) {
        if (search == null) {
            return null;
        }
        boolean isBounded = !search.isComplete() && search.preemptions() >= 0;
        return new Verification(
                search.executions(),
                search.estimate(),
                search.isComplete(),
                isBounded ? search.preemptions() : null,
                assumptions(search, configuration, timedWaits),
                search.problem());
    }

    private static List<String> assumptions(Exhaustion search, Configuration configuration, TimedWaits timedWaits) {
        List<String> all = new ArrayList<>();
        if (!configuration.deep()) {
            all.add("JDK code is one step from one point where it blocks to the next (--deep looks inside)");
        }
        if (configuration.races().mode() == RaceMode.OFF && !configuration.plainAccesses()) {
            all.add("no data race (--races off)");
        }
        if (timedWaits.begun() > 0 && !configuration.time().exploreTimeouts()) {
            all.add("time-outs come only when nothing else can go on (--timeouts explore)");
        }
        all.addAll(search.assumptions());
        return all;
    }

    /** The verdict, if no execution has a bug or is in doubt. */
    Verdict verdict() {
        if (problem != null) {
            return Verdict.INCOMPLETE;
        }
        if (complete) {
            return Verdict.VERIFIED;
        }
        return preemptions == null ? Verdict.INCOMPLETE : Verdict.VERIFIED_UP_TO_BOUND;
    }

    /** What keeps it from being complete, as a sentence; null if it is. */
    @Nullable
    String shortfall() {
        if (problem != null) {
            return "The search cannot be complete: " + problem + ".";
        }
        if (complete) {
            return null;
        }
        String left = estimate == Long.MAX_VALUE
                ? "how many there are is not known yet"
                : "there are about " + roundedEstimate() + ", as far as is known";
        return "The search ended before it had seen all: " + executions + " executions that differ were run, and "
                + left + ". Allow more with -i or --timeout (in JUnit: iterations, timeout).";
    }

    /** The estimate with two digits that count. */
    public long roundedEstimate() {
        long unit = 1;
        while (estimate / unit >= 100) {
            unit *= 10;
        }
        return Math.round((double) estimate / unit) * unit;
    }
}
