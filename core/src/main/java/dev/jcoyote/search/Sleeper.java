package dev.jcoyote.search;

import org.jspecify.annotations.Nullable;

/**
 * A thread whose next step has been explored from here, and need not be again until a step that conflicts with it.
 *
 * @param thread its canonical number
 * @param footprint what that step does, in canonical numbers; null if that is not known
 * @param next the rest of the sleep set
 */
record Sleeper(
        int thread, int @Nullable [] footprint, @Nullable Sleeper next) {
    static boolean contains(@Nullable Sleeper set, int thread) {
        for (Sleeper sleeper = set; sleeper != null; sleeper = sleeper.next) {
            if (sleeper.thread == thread) {
                return true;
            }
        }
        return false;
    }
}
