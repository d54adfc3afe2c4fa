package dev.jcoyote.sync;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.ResourceTable;
import dev.jcoyote.scheduler.ControlledThread;
import dev.jcoyote.scheduler.EventLog;
import dev.jcoyote.scheduler.Scheduler;
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

    /** The lock that the program knows for the synchronizer inside it; the synchronizer itself if there is none. */
    static Object lockOf(Object synchronizer, ResourceTable resources) {
        for (int id = 1; id <= resources.size(); id++) {
            Object candidate = resources.object(id);
            if (candidate instanceof Lock && synchronizerOf(candidate) == synchronizer) {
                return candidate;
            }
        }
        return synchronizer;
    }

    /** Where that thread last called a locking method of the lock. */
    static int takenAt(Object lock, ControlledThread owner, Scheduler scheduler, ResourceTable resources) {
        EventLog events = scheduler.events();
        int resource = resources.idOf(lock);
        for (int event = events.size() - 1; event >= 0; event--) {
            if (events.thread(event) == owner.id()
                    && events.resource(event) == resource
                    && events.kind(event) == OperationKind.CALL
                    && isLocking(Sites.target(events.site(event)))) {
                return events.site(event);
            }
        }
        return Sites.UNKNOWN;
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
