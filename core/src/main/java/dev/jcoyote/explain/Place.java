package dev.jcoyote.explain;

import dev.jcoyote.bridge.Sites;
import org.jspecify.annotations.Nullable;

/** A code position as consoles turn it into a link: {@code (Account.java:12)}. */
final class Place {
    private Place() {}

    /** That frame's; empty for null. */
    static String of(@Nullable StackTraceElement frame) {
        if (frame == null) {
            return "";
        }
        String line = frame.getLineNumber() < 0 ? "" : ":" + frame.getLineNumber();
        return "(" + frame.getFileName() + line + ")";
    }

    /** That row's of {@link Sites}; empty if it is not known. */
    static String of(int site) {
        return site == Sites.UNKNOWN ? "" : of(Sites.frame(site));
    }
}
