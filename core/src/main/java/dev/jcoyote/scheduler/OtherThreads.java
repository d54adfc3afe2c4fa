package dev.jcoyote.scheduler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The threads of the JVM that are not under control, for the report of an execution that is stuck. */
final class OtherThreads {
    private OtherThreads() {}

    /** What they do, in order of their names, without the one that explores and those that show no code at all. */
    static List<ThreadSnapshot> snapshots(ThreadRegistry threads, @Nullable Thread explorer) {
        List<ThreadSnapshot> snapshots = new ArrayList<>();
        for (Map.Entry<Thread, StackTraceElement[]> entry :
                Thread.getAllStackTraces().entrySet()) {
            Thread thread = entry.getKey();
            List<StackTraceElement> stack = ProgramStack.of(entry.getValue());
            if (thread != explorer && threads.find(thread) == null && !stack.isEmpty()) {
                snapshots.add(new ThreadSnapshot(
                        "-",
                        thread.getName(),
                        "is outside control, " + JvmState.of(thread),
                        null,
                        thread.isDaemon(),
                        false,
                        false,
                        stack));
            }
        }
        snapshots.sort(Comparator.comparing(ThreadSnapshot::label));
        return snapshots;
    }
}
