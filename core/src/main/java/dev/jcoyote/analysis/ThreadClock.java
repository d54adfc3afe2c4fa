package dev.jcoyote.analysis;

/** What a thread knows of the order of an execution, and its own moment in it. */
final class ThreadClock {
    private final int thread;

    /** Does not change any more in a moment that was left for others: so they need not look at it again. */
    private final VectorClock clock = new VectorClock();

    private long epoch;

    /** Whether something was left for others at this moment: then the next one begins before the thread does or learns more. */
    private boolean isLeft;

    ThreadClock(int thread) {
        this.thread = thread;
    }

    /** The thread begins, and knows of nothing. */
    void begin() {
        clock.clear();
        goOn();
    }

    /** The thread's moment at which it does what it does now. */
    long epoch() {
        if (isLeft) {
            goOn();
        }
        return epoch;
    }

    /** The thread leaves what it knows for others; returns at which moment. */
    long leave() {
        isLeft = true;
        return epoch;
    }

    /** What the thread knows, for others to copy. */
    VectorClock clock() {
        return clock;
    }

    /** Whether the thread knows of that moment. */
    boolean isAfter(long moment) {
        return clock.isAfter(moment);
    }

    /** Whether the thread knows all that is known there. */
    boolean isAfter(VectorClock other) {
        return clock.isAfter(other);
    }

    /** From now on the thread knows what is known there, too. */
    void takeUp(VectorClock other) {
        if (isLeft) {
            goOn();
        }
        clock.join(other);
    }

    private void goOn() {
        int value = clock.get(thread) + 1;
        clock.set(thread, value);
        epoch = (long) value << 32 | thread;
        isLeft = false;
    }
}
