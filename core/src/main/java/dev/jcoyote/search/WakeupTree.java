package dev.jcoyote.search;

import org.jspecify.annotations.Nullable;

/** One step of sequences that are still to be explored; its children are what may follow, in the order of exploration. */
final class WakeupTree {
    /** The thread's canonical number. */
    final int thread;

    /** What the step does, in canonical numbers, as far as it is known; null if it may do anything. */
    final int @Nullable [] footprint;

    @Nullable
    WakeupTree firstChild;

    @Nullable
    WakeupTree nextSibling;

    WakeupTree(int thread, int @Nullable [] footprint) {
        this.thread = thread;
        this.footprint = footprint;
    }

    /** A copy of a list of siblings with all that is below them. */
    static @Nullable WakeupTree copy(@Nullable WakeupTree siblings) {
        if (siblings == null) {
            return null;
        }
        WakeupTree copy = new WakeupTree(siblings.thread, siblings.footprint);
        copy.firstChild = copy(siblings.firstChild);
        copy.nextSibling = copy(siblings.nextSibling);
        return copy;
    }

    /** The list with one more sibling at its end. */
    static WakeupTree append(@Nullable WakeupTree siblings, WakeupTree added) {
        if (siblings == null) {
            return added;
        }
        WakeupTree last = siblings;
        while (last.nextSibling != null) {
            last = last.nextSibling;
        }
        last.nextSibling = added;
        return siblings;
    }
}
