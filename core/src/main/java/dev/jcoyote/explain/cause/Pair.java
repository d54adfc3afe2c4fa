package dev.jcoyote.explain.cause;

import dev.jcoyote.analysis.Touch;
import org.jspecify.annotations.Nullable;

/**
 * A flip that passed, with what its two steps touch both.
 *
 * @param flip the two steps
 * @param first what the earlier one does to it; null if it is no data
 * @param second what the later one does to it; null if it is no data
 */
record Pair(Flip flip, @Nullable Touch first, @Nullable Touch second) {
    /** Whether it is data that the two touch. */
    boolean isOfData() {
        return first != null;
    }
}
