package dev.jcoyote.scheduler;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who waits for whom, as far as it can be known. The models of monitors and locks implement it. */
public interface WaitGraph {
    /** The thread that holds what the blocked thread waits for; null if no single thread does. */
    @Nullable
    ControlledThread holderOf(ControlledThread blocked);

    /** What the blocked thread waits for; the stack is its own, without the tool's frames. */
    Wait waitOf(ControlledThread blocked, List<StackTraceElement> stack);

    /** Whether the monitor is free for that thread, or its owner has ended. */
    boolean isFree(Object monitor, ControlledThread thread);
}
