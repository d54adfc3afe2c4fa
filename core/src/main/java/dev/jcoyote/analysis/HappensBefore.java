package dev.jcoyote.analysis;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The happens-before order of an execution (JLS 17.4.5), as far as it has come: a vector clock for each thread, and one for
 * each place through which threads synchronise.
 *
 * <p>A moment of a thread is one number, its epoch, in place of a whole clock: Flanagan and Freund, "FastTrack: efficient and
 * precise dynamic race detection", PLDI 2009. The clocks are kept from one execution to the next, and cleared.
 */
final class HappensBefore {
    /** The epoch of nothing that happened. */
    static final long NEVER = 0;

    private final SyncClocks left = new SyncClocks();
    private final SyncClocks interrupts = new SyncClocks();
    private @Nullable VectorClock[] clocks = new VectorClock[8];
    private long[] epochs = new long[8];
    private int known;

    /** An execution begins, with thread 0. */
    void begin() {
        for (int thread = 0; thread < known; thread++) {
            clock(thread).clear();
            epochs[thread] = NEVER;
        }
        known = 0;
        left.clear();
        interrupts.clear();
        goOn(0);
    }

    /** The thread's moment that lasts until it next leaves something for others. */
    long epoch(int thread) {
        return thread < known && epochs[thread] != NEVER ? epochs[thread] : goOn(thread);
    }

    /** Which thread's moment it is. */
    static int threadOf(long epoch) {
        return (int) epoch;
    }

    /** How far its thread had come. */
    static int valueOf(long epoch) {
        return (int) (epoch >>> 32);
    }

    /** Whether that moment lies before what the thread does now. */
    boolean isBefore(long epoch, int thread) {
        return clock(thread).isAfter(epoch);
    }

    /** What the thread does from now on comes after what was left there. */
    void acquire(int thread, int resource, int slot) {
        left.acquire(clock(thread), resource, slot);
    }

    /** What the thread has done until now comes before what those do who take it up there. */
    void release(int thread, int resource, int slot) {
        left.release(clock(thread), epoch(thread), resource, slot);
        goOn(thread);
    }

    /** The thread has started another one. */
    void start(int thread, int child) {
        epoch(child);
        clock(child).join(clock(thread));
        goOn(thread);
    }

    /** The thread has seen that another one has ended. */
    void join(int thread, int ended) {
        clock(thread).join(clock(ended));
    }

    /** The thread interrupts another one. */
    void interrupt(int thread, int target) {
        interrupts.release(clock(thread), epoch(thread), target, 0);
        goOn(thread);
    }

    /** The thread looks whether another one, or itself, is interrupted. */
    void detectInterrupt(int thread, int target) {
        interrupts.acquire(clock(thread), target, 0);
    }

    private VectorClock clock(int thread) {
        VectorClock clock = thread < clocks.length ? clocks[thread] : null;
        return clock == null ? create(thread) : clock;
    }

    private VectorClock create(int thread) {
        if (thread >= clocks.length) {
            int capacity = Math.max(thread + 1, clocks.length * 2);
            clocks = Arrays.copyOf(clocks, capacity);
            epochs = Arrays.copyOf(epochs, capacity);
        }
        VectorClock created = new VectorClock();
        clocks[thread] = created;
        return created;
    }

    /** Begins the thread's next moment. */
    private long goOn(int thread) {
        VectorClock clock = clock(thread);
        int value = clock.get(thread) + 1;
        clock.set(thread, value);
        known = Math.max(known, thread + 1);
        long epoch = (long) value << 32 | thread;
        epochs[thread] = epoch;
        return epoch;
    }
}
