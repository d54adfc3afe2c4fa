package dev.jcoyote;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of an exploration or a replay.
 *
 * @param verdict what it says about the test
 * @param test the test's name
 * @param engine how threads were suspended: {@code fiber} or {@code platform}
 * @param engineReason why it is that engine, as a clause
 * @param strategy the strategy's name
 * @param seed the exploration's seed
 * @param jdk the running JDK's version
 * @param executions how many executions were run
 * @param buggyExecutions how many of them have a bug
 * @param fairExecutions how many were chosen by a fair strategy to their end
 * @param skippedExecutions how many of them count for nothing, because {@link Assume#that} did not hold
 * @param firstFailure the number of the first buggy execution, from 1; null if there is none
 * @param schedulingPoints scheduling points of an execution
 * @param switches changes from one thread to another in an execution
 * @param timedWaits the waits with a time limit
 * @param startup the time from the call to the first execution
 * @param elapsed the time of the exploration alone
 * @param bugs the buggy executions, in order; with {@link Configuration#exploreAll} each distinct bug once
 * @param warnings what the reader must know to judge the verdict, each in one line
 * @param races the data races, each pair of code positions once, those called benign too
 * @param divergence where a replay met something else than was recorded; null if it did not, or is none
 * @param search how much that is new the executions found
 * @param verification how much of all that can happen was seen; null if the search was not exhaustive
 * @param replays what became of recorded schedules: of the one that was replayed, or of those of the test's corpus
 */
public record Report(
        Verdict verdict,
        String test,
        String engine,
        String engineReason,
        String strategy,
        long seed,
        String jdk,
        int executions,
        int buggyExecutions,
        int fairExecutions,
        int skippedExecutions,
        @Nullable Integer firstFailure,
        Range schedulingPoints,
        Range switches,
        TimedWaits timedWaits,
        Duration startup,
        Duration elapsed,
        List<Bug> bugs,
        List<String> warnings,
        List<Race> races,
        @Nullable String divergence,
        SearchStatistics search,
        @Nullable Verification verification,
        List<Replayed> replays) {
    /** Copies the lists. */
    public Report {
        bugs = List.copyOf(bugs);
        warnings = List.copyOf(warnings);
        races = List.copyOf(races);
        replays = List.copyOf(replays);
    }

    /** The same with another verdict and other lists. */
    Report with(Verdict judged, List<Bug> found, List<String> told, List<Replayed> replayed) {
        return new Report(
                judged,
                test,
                engine,
                engineReason,
                strategy,
                seed,
                jdk,
                executions,
                buggyExecutions,
                fairExecutions,
                skippedExecutions,
                firstFailure,
                schedulingPoints,
                switches,
                timedWaits,
                startup,
                elapsed,
                found,
                told,
                races,
                divergence,
                search,
                verification,
                replayed);
    }
}
