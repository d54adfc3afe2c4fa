package dev.jcoyote.sync;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.operation.ResourceTable;
import dev.jcoyote.scheduler.ControlledThread;
import dev.jcoyote.scheduler.EventLog;
import dev.jcoyote.scheduler.ThreadRegistry;
import java.lang.reflect.Field;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/** What can be known of the locks of {@code java.util.concurrent} from outside: their owner, and who they belong to. */
final class Locks {
    private static final @Nullable Field OWNER = ownerField();

    private Locks() {}

    /** The thread that holds the lock whose synchronizer that is, alone; null if none or if it cannot be known. */
    static @Nullable ControlledThread ownerOf(AbstractOwnableSynchronizer synchronizer, ThreadRegistry threads) {
        try {
            Thread owner = OWNER == null ? null : (Thread) OWNER.get(synchronizer);
            return owner == null ? null : threads.find(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The field was made accessible", e);
        }
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

    private static @Nullable Object synchronizerOf(Object lock) {
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

    private static @Nullable Field ownerField() {
        try {
            Field field = AbstractOwnableSynchronizer.class.getDeclaredField("exclusiveOwnerThread");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException | RuntimeException e) {
            // Another JDK: deadlocks are then found only when nothing can go on.
            return null;
        }
    }
}
