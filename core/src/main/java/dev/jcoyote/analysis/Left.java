package dev.jcoyote.analysis;

import org.jspecify.annotations.Nullable;

/** What threads have left at a place through which they synchronise: whoever takes it up there comes after them. */
final class Left {
    private final VectorClock clock = new VectorClock();

    /** The part of its object that the place is. */
    int slot;

    /** The object's next place. */
    @Nullable
    Left next;

    /**
     * The moment of the last thread that left something, if it knew all that was there before: then who comes after it knows
     * all, too, and need not look. Else {@link HappensBefore#NEVER}.
     */
    private long last;

    void clear() {
        clock.clear();
        last = HappensBefore.NEVER;
    }

    /** The thread, whose clock that is, takes it up. */
    void takeUp(VectorClock thread) {
        if (last == HappensBefore.NEVER || !thread.isAfter(last)) {
            thread.join(clock);
        }
    }

    /** The thread leaves what it knows at that moment. */
    void leave(VectorClock thread, long epoch) {
        if (clock.isEmpty() || (last != HappensBefore.NEVER && thread.isAfter(last))) {
            clock.become(thread);
            last = epoch;
        } else {
            clock.join(thread);
            last = HappensBefore.NEVER;
        }
    }
}
