package dev.jcoyote.control;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** The threads of {@link java.util.Timer}, of which nobody hears when a task wakes them: they wait in a monitor. */
final class TimerThreads {
    private static final String QUEUE = "java.util.TaskQueue";
    private static final @Nullable Field QUEUE_OF_THREAD = JdkFields.find("java.util.TimerThread", "queue");

    private TimerThreads() {}

    /** The live thread that serves that monitor, if it is a timer's queue; else null. */
    static @Nullable Thread of(Object monitor) {
        if (QUEUE_OF_THREAD == null || !monitor.getClass().getName().equals(QUEUE)) {
            return null;
        }
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group != null && group.getParent() != null) {
            group = group.getParent();
        }
        Thread[] live = new Thread[group == null ? 0 : group.activeCount() + 16];
        int count = group == null ? 0 : group.enumerate(live);
        for (int i = 0; i < count; i++) {
            if (serves(live[i], monitor)) {
                return live[i];
            }
        }
        return null;
    }

    @SuppressWarnings("ReferenceEquality") // this very queue
    private static boolean serves(Thread thread, Object queue) {
        try {
            return QUEUE_OF_THREAD != null
                    && QUEUE_OF_THREAD.getDeclaringClass().isInstance(thread)
                    && QUEUE_OF_THREAD.get(thread) == queue;
        } catch (IllegalAccessException e) {
            throw JdkFields.inaccessible(e);
        }
    }
}
