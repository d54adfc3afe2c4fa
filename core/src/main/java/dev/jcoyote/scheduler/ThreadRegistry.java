package dev.jcoyote.scheduler;

import java.util.Arrays;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** The threads of an execution, by number and by thread object. */
public final class ThreadRegistry {
    private ControlledThread[] threads = new ControlledThread[16];
    private int size;
    private int activeNonDaemons;

    /** Found by threads that do not hold the baton, too: guarded by itself. */
    private final IdentityHashMap<Thread, ControlledThread> byThread = new IdentityHashMap<>();

    ControlledThread add(Thread thread, @Nullable ControlledThread parent) {
        String path = parent == null ? "main" : parent.path + "." + ++parent.children;
        ControlledThread added = new ControlledThread(size, thread, path);
        if (size == threads.length) {
            threads = Arrays.copyOf(threads, size * 2);
        }
        threads[size++] = added;
        synchronized (byThread) {
            byThread.put(thread, added);
        }
        return added;
    }

    /** How many threads the execution has had so far. */
    public int size() {
        return size;
    }

    /** The thread with that number. */
    public ControlledThread get(int id) {
        return threads[id];
    }

    /** The main thread; null while there is no execution. */
    @Nullable
    ControlledThread main() {
        return threads[0];
    }

    /** The thread under control behind that object, or null. */
    public @Nullable ControlledThread find(Thread thread) {
        synchronized (byThread) {
            return byThread.get(thread);
        }
    }

    /** How many threads that are no daemons can go on by themselves. */
    int activeNonDaemons() {
        return activeNonDaemons;
    }

    /** Whether the test body has ended. */
    boolean isRootDone() {
        return threads[0].done;
    }

    void setActive(ControlledThread thread, boolean active) {
        if (thread.active != active) {
            thread.active = active;
            if (!thread.daemon) {
                activeNonDaemons += active ? 1 : -1;
            }
        }
    }

    void unblock(ControlledThread thread) {
        thread.blocked = false;
        thread.waitsFor = null;
        thread.interruptible = false;
        thread.waker = null;
        setActive(thread, true);
    }

    void clear() {
        activeNonDaemons = 0;
        Arrays.fill(threads, null);
        size = 0;
        synchronized (byThread) {
            byThread.clear();
        }
    }
}
