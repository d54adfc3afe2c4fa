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

    /** The thread takes it up. */
    void takeUp(ThreadClock thread) {
        if (!isKnownTo(thread)) {
            thread.takeUp(clock);
        }
    }

    /** The thread leaves what it knows. */
    void leave(ThreadClock thread) {
        long moment = thread.leave();
        if (moment == last) {
            return;
        }
        if (isKnownTo(thread)) {
            clock.become(thread.clock());
            last = moment;
        } else {
            clock.join(thread.clock());
            last = HappensBefore.NEVER;
        }
    }

    /** Who takes it up later learns this from it, and nothing else. */
    void become(VectorClock other) {
        clock.become(other);
        last = HappensBefore.NEVER;
    }

    /** Adds what was left to a clock. */
    void addTo(VectorClock other) {
        other.join(clock);
    }

    private boolean isKnownTo(ThreadClock thread) {
        return last == HappensBefore.NEVER ? thread.isAfter(clock) : thread.isAfter(last);
    }
}
