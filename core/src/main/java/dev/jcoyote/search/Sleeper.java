package dev.jcoyote.search;

import org.jspecify.annotations.Nullable;

/** A thread whose next step has been explored from here, and need not be again until a step that conflicts with it. */
final class Sleeper {
    /** The thread's canonical number. */
    final int thread;

    /** What that step does, in canonical numbers. */
    final int[] footprint;

    /**
     * Whether it should have been woken by the steps of the branch that it slept at the beginning of: the branch was taken for
     * one that conflicts with it, and did not.
     */
    final boolean isDoubtful;

    /** The rest of the sleep set. */
    final @Nullable Sleeper next;

    Sleeper(int thread, int[] footprint, boolean isDoubtful, @Nullable Sleeper next) {
        this.thread = thread;
        this.footprint = footprint;
        this.isDoubtful = isDoubtful;
        this.next = next;
    }

    static boolean contains(@Nullable Sleeper set, int thread) {
        for (Sleeper sleeper = set; sleeper != null; sleeper = sleeper.next) {
            if (sleeper.thread == thread) {
                return true;
            }
        }
        return false;
    }
}
