package dev.jcoyote.bridge;

import org.jspecify.annotations.Nullable;

/** Whether this JVM has fibers. */
public final class FiberSupport {
    private static volatile @Nullable Fibers fibers;
    private static volatile String reason = "the agent is not installed";

    private FiberSupport() {}

    /** The agent has found that the JDK has them. */
    public static void found(Fibers found) {
        fibers = found;
        reason = "";
    }

    /** The agent has found that the JDK has none. */
    public static void missing(String why) {
        reason = why;
    }

    /** The JVM's fibers; null if it has none. */
    public static @Nullable Fibers fibers() {
        return fibers;
    }

    /** Why there are none, as a clause. */
    public static String reason() {
        return reason;
    }
}
