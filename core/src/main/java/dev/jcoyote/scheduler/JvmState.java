package dev.jcoyote.scheduler;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;

/** What the JVM says of a thread, for the report of an execution that is stuck. */
final class JvmState {
    private JvmState() {}

    /** The state, with the lock that the JVM has the thread wait for, and its owner. */
    @SuppressWarnings("deprecation") // the newer name came after JDK 17
    static String of(Thread thread) {
        StringBuilder text = new StringBuilder("in JVM state ").append(thread.getState());
        ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(thread.getId());
        if (info != null && info.getLockName() != null) {
            text.append(" at ").append(info.getLockName());
            if (info.getLockOwnerName() != null) {
                text.append(", which ").append(info.getLockOwnerName()).append(" has");
            }
        }
        return text.toString();
    }
}
