package dev.jcoyote.analysis;

import dev.jcoyote.operation.ResourceTable;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/** Numbers of monitors and locks, in which the lowest bit stands for a read lock. */
final class LockNumbers {
    private static final @Nullable Field READ = synchronizer(ReentrantReadWriteLock.ReadLock.class);
    private static final @Nullable Field WRITE = synchronizer(ReentrantReadWriteLock.WriteLock.class);

    /** The synchronizers that two locks share, and the numbers of the locks that were met first. */
    private final List<Object> shared = new ArrayList<>();

    private final List<Integer> firstMet = new ArrayList<>();
    private @Nullable ResourceTable resources;

    void begin(ResourceTable table) {
        resources = table;
        shared.clear();
        firstMet.clear();
    }

    int ofMonitor(int resource) {
        return resource << 1;
    }

    int ofLock(int resource) {
        Object lock = Objects.requireNonNull(resources).object(resource);
        try {
            if (READ != null && lock instanceof ReentrantReadWriteLock.ReadLock) {
                return first(READ.get(lock), resource) << 1 | 1;
            }
            if (WRITE != null && lock instanceof ReentrantReadWriteLock.WriteLock) {
                return first(WRITE.get(lock), resource) << 1;
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The field was made accessible", e);
        }
        return resource << 1;
    }

    private int first(Object synchronizer, int resource) {
        for (int i = 0; i < shared.size(); i++) {
            if (shared.get(i) == synchronizer) {
                return firstMet.get(i);
            }
        }
        shared.add(synchronizer);
        firstMet.add(resource);
        return resource;
    }

    /** Whether two threads cannot have both at once. */
    static boolean exclude(int lock, int other) {
        return lock >> 1 == other >> 1 && (lock & other & 1) == 0;
    }

    private static @Nullable Field synchronizer(Class<?> lock) {
        try {
            Field field = lock.getDeclaredField("sync");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException | RuntimeException e) {
            // Another JDK: the two locks are then taken for two.
            return null;
        }
    }
}
