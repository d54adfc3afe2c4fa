package dev.jcoyote.engine.fiber;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import org.jspecify.annotations.Nullable;

/** The monitors that the JVM knows to be held on the stack of a thread. */
final class HeldMonitors {
    private HeldMonitors() {}

    /** Whether there are any; true as well if that cannot be known. Takes a safepoint: for rare cases alone. */
    @SuppressWarnings("deprecation") // the newer name came after JDK 17
    static boolean areThereAny(@Nullable Thread thread) {
        if (thread == null) {
            return true;
        }
        ThreadInfo[] infos =
                ManagementFactory.getThreadMXBean().getThreadInfo(new long[] {thread.getId()}, true, false);
        return infos.length != 1 || infos[0] == null || infos[0].getLockedMonitors().length > 0;
    }
}
