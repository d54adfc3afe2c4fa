package dev.jcoyote.scheduler;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The controlled threads that are inside native calls which may wait for the world outside. A thread keeps the baton in
 * such a call at first: most of them return at once, and what returns at once is one step in every run.
 */
final class ExternalWaits {
    /** For so long after a call the next one is expected. */
    private static final long ATTENTION_NANOS = 50_000_000L;

    /** Those that have lost the baton, and are still inside their calls. */
    private final IdentityHashMap<Thread, ControlledThread> inside = new IdentityHashMap<>();

    /** The same, and those that have left their calls and wait for the baton. */
    private final List<ControlledThread> away = new ArrayList<>();

    private @Nullable ControlledThread kept;
    private long since;
    private volatile long lastBegin = System.nanoTime() - ATTENTION_NANOS;
    private volatile @Nullable Thread watcher;

    void watchedBy(Thread watching) {
        watcher = watching;
    }

    /** Whether a call was made not long ago: the watcher then looks often. */
    boolean isAttentive() {
        return System.nanoTime() - lastBegin < ATTENTION_NANOS;
    }

    /** The running thread enters a call. */
    void begin(ControlledThread me) {
        boolean isWatched = isAttentive();
        synchronized (this) {
            kept = me;
            since = System.nanoTime();
            lastBegin = since;
        }
        if (!isWatched) {
            LockSupport.unpark(watcher);
        }
    }

    /** The calling thread has left its call; returns whether it has kept the baton. */
    synchronized boolean end() {
        boolean isKept = kept != null && kept.thread == Thread.currentThread();
        if (isKept) {
            kept = null;
        }
        return isKept;
    }

    /** The calling thread has left its call and lost the baton in it; null for any other thread. */
    synchronized @Nullable ControlledThread endWithout() {
        return inside.remove(Thread.currentThread());
    }

    /** Takes the baton from a thread whose call lasts longer than that; null if there is none. */
    synchronized @Nullable ControlledThread take(long nanos) {
        ControlledThread thread = kept;
        if (thread == null || System.nanoTime() - since < nanos) {
            return null;
        }
        kept = null;
        inside.put(thread.thread, thread);
        away.add(thread);
        return thread;
    }

    /** That thread has come back, and takes part again. */
    synchronized void returned(ControlledThread thread) {
        away.remove(thread);
    }

    synchronized boolean isEmpty() {
        return away.isEmpty();
    }

    /** Those that have not come back: they are not expected any more. */
    synchronized List<ControlledThread> giveUp() {
        List<ControlledThread> lost = new ArrayList<>(away);
        away.clear();
        inside.clear();
        return lost;
    }

    synchronized void clear() {
        away.clear();
        inside.clear();
        kept = null;
    }
}
