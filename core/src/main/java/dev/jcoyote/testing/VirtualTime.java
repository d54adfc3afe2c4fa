package dev.jcoyote.testing;

import dev.jcoyote.bridge.EnvironmentHooks;

/** The clock that a test reads while it is under control. */
public final class VirtualTime {
    private VirtualTime() {}

    /** What {@link System#nanoTime} returns in the calling thread's program: virtual time in an execution. */
    public static long nanoTime() {
        return EnvironmentHooks.nanoTime();
    }
}
