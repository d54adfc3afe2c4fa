package dev.jcoyote.strategy;

import java.util.List;

/**
 * How far a replay could follow its schedule.
 *
 * @param decisions how many decisions were recorded
 * @param applied how many of them still applied, in the recorded order
 * @param switches how many of them let another thread go on than the one before
 * @param presentSwitches how many of those applied, be it late
 * @param goneThreads the threads that the schedule lets go on, and that there were none of
 * @param lost each decision that did not apply, in words
 * @param late each decision that applied only after one that was recorded after it, in words
 * @param moved each decision that applied where the code is now, in words
 */
public record Following(
        int decisions,
        int applied,
        int switches,
        int presentSwitches,
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
     * Whether enough of the schedule still applied for its end to say something of what it was recorded for: what no more
     * than a quarter of its switches between threads led to is gone, be it the thread or the code. That the threads do it in
     * another order, because they wait for each other now, is what such a replay is to show.
     */
    public boolean isMeaningful() {
        return 4 * (switches - presentSwitches) <= switches;
    }
}
