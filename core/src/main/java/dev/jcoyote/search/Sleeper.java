package dev.jcoyote.search;

import org.jspecify.annotations.Nullable;

/** A thread whose next step has been explored from here, and need not be again until a step that conflicts with it. */
final class Sleeper {
    /** The thread's canonical number. */
    final int thread;

    /** What that step does, in canonical numbers. */
    final int[] footprint;

    /** The rest of the sleep set. */
    final @Nullable Sleeper next;

    Sleeper(int thread, int[] footprint, @Nullable Sleeper next) {
        this.thread = thread;
        this.footprint = footprint;
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
