package dev.jcoyote.bridge;

import org.jspecify.annotations.Nullable;

/** Whether this JVM lets a debugger in, and what tells that debugger's evaluations from the program's own calls. */
public final class Debugger {
    private static volatile @Nullable CallSites callSites;

    private Debugger() {}

    /** The agent has found that a debugger may be there, and knows the calls of classes. */
    public static void found(CallSites calls) {
        callSites = calls;
    }

    /** Whether a debugger may be there. */
    public static boolean isPresent() {
        return callSites != null;
    }

    /** The calls of classes; null if no debugger can be there. */
    public static @Nullable CallSites callSites() {
        return callSites;
    }
}
