package dev.jcoyote.analysis;

import java.util.Arrays;

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
    private ThreadClock[] clocks = new ThreadClock[0];

    /** The threads of this execution are those below. */
    private int known;

    /** An execution begins, with thread 0. */
    void begin() {
        known = 0;
        left.clear();
        interrupts.clear();
    }

    /** The thread's moment that lasts until it next leaves something for others. */
    long epoch(int thread) {
        return clock(thread).epoch();
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
        left.release(clock(thread), resource, slot);
    }

    /** Both at once. */
    void acquireAndRelease(int thread, int resource, int slot) {
        left.acquireAndRelease(clock(thread), resource, slot);
    }

    /** A fence: of what the thread does from now on a clock may tell that it came later. Returns what the thread knows. */
    VectorClock fence(int thread) {
        ThreadClock clock = clock(thread);
        clock.leave();
        return clock.clock();
    }

    /** What the thread does from now on comes after that. */
    void takeUp(int thread, VectorClock known) {
        clock(thread).takeUp(known);
    }

    /** What threads have left for others, by place. */
    SyncClocks left() {
        return left;
    }

    /** The thread has started another one. */
    void start(int thread, int child) {
        ThreadClock parent = clock(thread);
        clock(child).takeUp(parent.clock());
        parent.leave();
    }

    /** The thread has seen that another one has ended. */
    void join(int thread, int ended) {
        clock(thread).takeUp(clock(ended).clock());
    }

    /** The thread interrupts another one. */
    void interrupt(int thread, int target) {
        interrupts.release(clock(thread), target, 0);
    }

    /** The thread looks whether another one, or itself, is interrupted. */
    void detectInterrupt(int thread, int target) {
        interrupts.acquire(clock(thread), target, 0);
    }

    private ThreadClock clock(int thread) {
        if (thread >= known) {
            admit(thread);
        }
        return clocks[thread];
    }

    private void admit(int thread) {
        int created = clocks.length;
        if (thread >= created) {
            clocks = Arrays.copyOf(clocks, Math.max(thread + 1, created * 2));
            for (int added = created; added < clocks.length; added++) {
                clocks[added] = new ThreadClock(added);
            }
        }
        while (known <= thread) {
            clocks[known++].begin();
        }
    }
}
