package dev.jcoyote.sync;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import org.jspecify.annotations.Nullable;

/**
 * The queue of a synchronizer of {@code java.util.concurrent}, from which a thread can be taken that shall not wait: the
 * JDK does so itself for those that were interrupted, and for no others.
 */
public final class SynchronizerQueue {
    private static final String NODE = AbstractQueuedSynchronizer.class.getName() + "$Node";

    private SynchronizerQueue() {}

    /** Takes the thread out of the queue; does nothing if the object that it waits for has none, or not the thread. */
    public static void leave(@Nullable Object waitsFor, Thread thread) {
        if (!(waitsFor instanceof AbstractQueuedSynchronizer)) {
            return;
        }
        try {
            Class<?> type = Class.forName(NODE);
            Field tail = accessible(AbstractQueuedSynchronizer.class.getDeclaredField("tail"));
            Field previous = accessible(type.getDeclaredField("prev"));
            Field waiter = accessible(type.getDeclaredField("waiter"));
            Object node = tail.get(waitsFor);
            while (node != null && waiter.get(node) != thread) {
                node = previous.get(node);
            }
            if (node != null) {
                Method cancel = AbstractQueuedSynchronizer.class.getDeclaredMethod(
                        "cancelAcquire", type, boolean.class, boolean.class);
                cancel.setAccessible(true);
                cancel.invoke(waitsFor, node, false, false);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This JDK's synchronizers have another queue than those before it", e);
        }
    }

    private static Field accessible(Field field) {
        field.setAccessible(true);
        return field;
    }
}
