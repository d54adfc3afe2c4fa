package dev.jcoyote.scheduler;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The threads of an execution, by number and by thread object. */
public final class ThreadRegistry {
    private ControlledThread[] threads = new ControlledThread[16];
    private int size;
    private int activeNonDaemons;

    private final ThreadTable byThread = new ThreadTable();

    ControlledThread add(Thread thread, @Nullable ControlledThread parent) {
        ControlledThread added = new ControlledThread(size, thread, parent, parent == null ? 0 : ++parent.children);
        if (size == threads.length) {
            threads = Arrays.copyOf(threads, size * 2);
        }
        threads[size++] = added;
        byThread.add(added);
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
        return byThread.find(thread);
    }

    /** The thread of that path, or null. */
    public @Nullable ControlledThread find(String path) {
        for (int i = 0; i < size; i++) {
            if (threads[i].path().equals(path)) {
                return threads[i];
            }
        }
        return null;
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
        Arrays.fill(threads, 0, size, null);
        size = 0;
        byThread.clear();
    }
}
