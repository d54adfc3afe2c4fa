package dev.jcoyote.strategy;

import java.util.List;

/**
 * How far a replay could follow its schedule.
 *
 * @param decisions how many decisions were recorded
 * @param applied how many of them still applied, in the recorded order
 * @param essential how many of them stand on either side of a switch between threads
 * @param missing how many of those did not apply, not even late
 * @param goneThreads the threads that the schedule lets go on, and that there were none of
 * @param lost each decision that did not apply, in words
 * @param late each decision that applied only after one that was recorded after it, in words
 * @param moved each decision that applied where the code is now, in words
 */
public record Following(
        int decisions,
        int applied,
        int essential,
        int missing,
        List<String> goneThreads,
        List<String> lost,
        List<String> late,
        List<String> moved) {
    /** Copies the lists. */
    public Following {
        goneThreads = List.copyOf(goneThreads);
        lost = List.copyOf(lost);
        late = List.copyOf(late);
        moved = List.copyOf(moved);
    }

    /**
     * Whether enough of the schedule still applied for its end to say something of what it was recorded for: at least half
     * of it, and at least three quarters of what stands on either side of its switches between threads. That the threads do
     * it in another order, because they wait for each other now, is what such a replay is to show.
     */
    public boolean isMeaningful() {
        return areSwitchesThere() && 2 * lost.size() <= decisions;
    }

    /** Whether what its switches between threads need is there, but for a quarter. */
    public boolean areSwitchesThere() {
        return 4 * missing <= essential;
    }
}
