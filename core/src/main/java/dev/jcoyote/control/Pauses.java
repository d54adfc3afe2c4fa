package dev.jcoyote.control;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;

/** The pauses that a debugger makes, as the thread sees them that waits for the end of an execution. */
final class Pauses {
    /** Who waits looks more often than that, unless it was stopped itself. */
    private static final long MOST_BETWEEN_LOOKS = 1_000_000_000L;

    private long lastLook = System.nanoTime();

    /** Whether a debugger stops that thread, or has stopped the caller since it asked last. */
    @SuppressWarnings("deprecation") // the newer name came after JDK 17
    boolean isPaused(Thread thread) {
        long now = System.nanoTime();
        boolean wasPaused = now - lastLook > MOST_BETWEEN_LOOKS;
        lastLook = now;
        ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(thread.getId());
        return wasPaused || (info != null && info.isSuspended());
    }
}
