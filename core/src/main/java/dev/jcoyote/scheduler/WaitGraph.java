package dev.jcoyote.scheduler;

import org.jspecify.annotations.Nullable;

/** Who waits for whom, as far as it can be known. The models of monitors and locks implement it. */
public interface WaitGraph {
    /** The thread that holds what the blocked thread waits for; null if no single thread does. */
    @Nullable
    ControlledThread holderOf(ControlledThread blocked);

    /** What the blocked thread waits for, as in {@code the monitor Account#1}. */
    String describe(ControlledThread blocked);

    /** Where the holder took what the blocked thread waits for; {@code Sites.UNKNOWN} if that is not known. */
    int takenAt(ControlledThread blocked);

    /** Whether the monitor is free for that thread, or its owner has ended. */
    boolean isFree(Object monitor, ControlledThread thread);
}
