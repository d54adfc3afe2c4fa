package dev.jcoyote.sync;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.operation.ResourceTable;
import dev.jcoyote.scheduler.ControlledThread;
import dev.jcoyote.scheduler.EventLog;
import dev.jcoyote.scheduler.ThreadRegistry;
import dev.jcoyote.scheduler.Wait;
import java.lang.reflect.Field;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/** What can be known of the locks of {@code java.util.concurrent} from outside: their owner, and who they belong to. */
final class Locks {
    private static final @Nullable Field OWNER = field(AbstractOwnableSynchronizer.class, "exclusiveOwnerThread");
    private static final @Nullable Field RUNNER = field(FutureTask.class, "runner");
    private static final @Nullable Field STATE = field(AbstractQueuedSynchronizer.class, "state");

    private Locks() {}

    /** The thread that holds the lock whose synchronizer that is, alone; null if none or if it cannot be known. */
    static @Nullable ControlledThread ownerOf(AbstractOwnableSynchronizer synchronizer, ThreadRegistry threads) {
        return find(OWNER, synchronizer, threads);
    }

    /**
     * The last call by which that thread took, or wants to take, the lock with that synchronizer inside: an event of the
     * log, or -1 if there was none. The two locks of a read-write lock share their synchronizer.
     */
    static int lastLockingCall(ControlledThread thread, Object synchronizer, EventLog events, ResourceTable resources) {
        for (int event = events.size() - 1; event >= 0; event--) {
            if (events.thread(event) == thread.id()
                    && events.kind(event) == OperationKind.CALL
                    && isLocking(Sites.target(events.site(event)))
                    && events.resource(event) != Operation.NO_RESOURCE
                    && resources.object(events.resource(event)) instanceof Lock lock
                    && synchronizerOf(lock) == synchronizer) {
                return event;
            }
        }
        return -1;
    }

    private static boolean isLocking(String target) {
        String method = target.substring(target.lastIndexOf('.') + 1);
        return method.startsWith("lock") || method.startsWith("tryLock");
    }

    /** The synchronizer inside that lock or the like; null if it has none, or none that can be seen. */
    static @Nullable Object synchronizerOf(Object lock) {
        for (Class<?> type = lock.getClass(); type != null; type = type.getSuperclass()) {
            try {
                Field field = type.getDeclaredField("sync");
                field.setAccessible(true);
                return field.get(lock);
            } catch (NoSuchFieldException e) {
                // A superclass may have it.
            } catch (IllegalAccessException | RuntimeException e) {
                return null;
            }
        }
        return null;
    }

    /** The thread that runs that task now; null if none does, or if it cannot be known. */
    static @Nullable ControlledThread runnerOf(FutureTask<?> task, ThreadRegistry threads) {
        return find(RUNNER, task, threads);
    }

    private static @Nullable ControlledThread find(@Nullable Field field, Object object, ThreadRegistry threads) {
        try {
            Thread thread = field == null ? null : (Thread) field.get(object);
            return thread == null ? null : threads.find(thread);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The field was made accessible", e);
        }
    }

    /** What that synchronizer counts, such as permits; {@link Wait#UNKNOWN} if it cannot be known. */
    static int stateOf(AbstractQueuedSynchronizer synchronizer) {
        try {
            // Its getter may be a scheduling point.
            return STATE == null ? Wait.UNKNOWN : STATE.getInt(synchronizer);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The field was made accessible", e);
        }
    }

    private static @Nullable Field field(Class<?> type, String name) {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException | RuntimeException e) {
            // Another JDK: deadlocks are then found only when nothing can go on.
            return null;
        }
    }
}
