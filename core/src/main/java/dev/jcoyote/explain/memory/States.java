package dev.jcoyote.explain.memory;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Phaser;
import java.util.concurrent.locks.AbstractQueuedLongSynchronizer;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.StampedLock;
import org.jspecify.annotations.Nullable;

/** The states of locks, futures, collections and the like: read from their fields, since many of their methods may wait. */
public final class States {
    private static final String CONCURRENT = "java.util.concurrent.";
    private static final String LOCKS = CONCURRENT + "locks.";

    /** Their method {@code size} never waits. */
    private static final Set<String> SIZED = Set.of(
            "java.util.ArrayDeque",
            "java.util.ArrayList",
            "java.util.EnumMap",
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.IdentityHashMap",
            "java.util.LinkedHashMap",
            "java.util.LinkedHashSet",
            "java.util.LinkedList",
            "java.util.PriorityQueue",
            "java.util.TreeMap",
            "java.util.TreeSet",
            CONCURRENT + "ConcurrentHashMap",
            CONCURRENT + "ConcurrentHashMap$KeySetView",
            CONCURRENT + "ConcurrentLinkedDeque",
            CONCURRENT + "ConcurrentLinkedQueue",
            CONCURRENT + "ConcurrentSkipListMap",
            CONCURRENT + "ConcurrentSkipListSet",
            CONCURRENT + "CopyOnWriteArrayList",
            CONCURRENT + "CopyOnWriteArraySet",
            CONCURRENT + "LinkedBlockingQueue",
            CONCURRENT + "LinkedTransferQueue");

    /** The fields in which other collections have their size. */
    private static final Map<String, String> SIZE_FIELDS = Map.of(
            CONCURRENT + "ArrayBlockingQueue",
            "count",
            CONCURRENT + "LinkedBlockingDeque",
            "count",
            CONCURRENT + "PriorityBlockingQueue",
            "size",
            "java.util.Vector",
            "elementCount",
            "java.util.Stack",
            "elementCount",
            "java.util.Hashtable",
            "count",
            "java.lang.StringBuilder",
            "count",
            "java.lang.StringBuffer",
            "count");

    /** The fields in which collections have the one that they keep from several threads. */
    private static final String[] WRAPPED = {"c", "m", "q"};

    /** Half of the bits of a read-write lock's state count its readers: since JDK 25 it is a long. */
    private static final int SHARED_SHIFT = 16;

    private static final int LONG_SHARED_SHIFT = 32;

    /** The states of a FutureTask in which it has not ended, in which it has, and in which it has failed. */
    private static final int COMPLETING = 1;

    private static final int NORMAL = 2;
    private static final int EXCEPTIONAL = 3;

    private States() {}

    /** The state of an object of the JDK; null if it has none that is told. */
    public static @Nullable State of(Object object) {
        String type = object.getClass().getName();
        if (!JdkObjects.isOfJdk(object.getClass())) {
            return null;
        }
        if (SIZED.contains(type)) {
            return size(object instanceof Collection<?> c ? c.size() : ((Map<?, ?>) object).size());
        }
        String sizeField = SIZE_FIELDS.get(type);
        if (sizeField != null) {
            return Fields.named(sizeField, object) instanceof Integer size ? size(size) : null;
        }
        if (type.startsWith("java.util.Collections$Synchronized") || type.equals(CONCURRENT + "DelayQueue")) {
            return ofWrapped(object);
        }
        return type.startsWith(CONCURRENT) ? ofConcurrent(object, type) : null;
    }

    private static State size(int size) {
        return State.of("size " + size);
    }

    private static @Nullable State ofWrapped(Object object) {
        for (String field : WRAPPED) {
            Object wrapped = Fields.named(field, object);
            if (wrapped != null) {
                return of(wrapped);
            }
        }
        return null;
    }

    private static @Nullable State ofConcurrent(Object object, String type) {
        if (object instanceof AbstractQueuedSynchronizer || object instanceof AbstractQueuedLongSynchronizer) {
            return synchronizer(object, type);
        }
        if (object instanceof CompletableFuture<?>) {
            return future(Fields.named("result", object));
        }
        if (object instanceof FutureTask<?>) {
            return task(Fields.named("state", object));
        }
        if (object instanceof Phaser phaser) {
            return State.of("phase " + phaser.getPhase());
        }
        if (object instanceof StampedLock lock) {
            return lock.isWriteLocked() ? State.of("held to write") : readers(lock.getReadLockCount());
        }
        if (type.equals(CONCURRENT + "CyclicBarrier")) {
            return Fields.named("parties", object) instanceof Integer parties
                            && Fields.named("count", object) instanceof Integer missing
                    ? State.of(parties - missing + " of " + parties + " there")
                    : null;
        }
        Object synchronizer = Fields.named("sync", object);
        return synchronizer == null
                ? null
                : synchronizer(synchronizer, synchronizer.getClass().getName());
    }

    private static @Nullable State synchronizer(Object synchronizer, String type) {
        Object owner = Fields.named("exclusiveOwnerThread", synchronizer);
        Object value = Fields.named("state", synchronizer);
        if (value instanceof Long state && type.startsWith(LOCKS + "ReentrantReadWriteLock$")) {
            return held(owner, (int) (long) state, (int) (state >>> LONG_SHARED_SHIFT));
        }
        if (!(value instanceof Integer state)) {
            return null;
        }
        if (type.startsWith(CONCURRENT + "Semaphore$")) {
            return State.of(state + (state == 1 ? " permit" : " permits"));
        }
        if (type.startsWith(CONCURRENT + "CountDownLatch$")) {
            return State.of("count " + state);
        }
        if (type.startsWith(LOCKS + "ReentrantLock$")) {
            return held(owner, state, 0);
        }
        if (type.startsWith(LOCKS + "ReentrantReadWriteLock$")) {
            return held(owner, state & (1 << SHARED_SHIFT) - 1, state >>> SHARED_SHIFT);
        }
        return null;
    }

    private static State held(@Nullable Object owner, int times, int readers) {
        return times == 0 || owner == null
                ? readers(readers)
                : State.of(times == 1 ? "held by " : "held " + times + " times by ", owner);
    }

    private static State readers(int count) {
        return State.of(count == 0 ? "free" : count == 1 ? "held by 1 reader" : "held by " + count + " readers");
    }

    private static State future(@Nullable Object result) {
        if (result == null) {
            return State.of("not done");
        }
        if (!result.getClass().getName().equals(CONCURRENT + "CompletableFuture$AltResult")) {
            return State.of("done: ", result);
        }
        Object exception = Fields.named("ex", result);
        return exception == null
                ? State.of("done: null")
                : State.of("failed: " + exception.getClass().getSimpleName());
    }

    private static @Nullable State task(@Nullable Object state) {
        if (!(state instanceof Integer number)) {
            return null;
        }
        return State.of(
                number <= COMPLETING
                        ? "not done"
                        : number == NORMAL ? "done" : number == EXCEPTIONAL ? "failed" : "cancelled");
    }
}
