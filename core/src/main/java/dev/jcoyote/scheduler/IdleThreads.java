package dev.jcoyote.scheduler;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.operation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Tells when every thread that can run is idle: it has yielded or spun {@link #LIMIT} times, or done nothing but look at
 * the same things as many times in a row. Then only the passing of time can help, as with {@code while (!done) Thread.yield()}
 * beside a worker that waits in {@code queue.poll(1, SECONDS)}.
 */
final class IdleThreads {
    static final int LIMIT = 1_000;

    /** Who comes back less often to what it looked at goes through a thousand things, and is not idle. */
    private static final int RETURNS = 10;

    /** Whether a thread has come to the limit since the question was asked last. */
    private boolean suspected;

    void clear() {
        suspected = false;
    }

    /** Counts the operation that the thread has been chosen for. */
    void executed(ControlledThread thread) {
        Operation operation = thread.operation;
        if (operation.kind() == OperationKind.YIELD || operation.kind() == OperationKind.SPIN) {
            thread.yields++;
            suspected |= thread.yields % LIMIT == 0;
        } else if (operation.isWrite()) {
            thread.looks = 0;
        } else {
            look(thread, (long) operation.resource() << 32 | (operation.slot() & 0xffff_ffffL));
        }
    }

    /** Brent's way to find cycles: what is looked for again is always in the latter half of all that was looked at. */
    private void look(ControlledThread thread, long place) {
        int looks = ++thread.looks;
        if ((looks & (looks - 1)) == 0) {
            thread.lookedAt = place;
            thread.looksAgain = 0;
        } else if (thread.lookedAt == place) {
            thread.looksAgain++;
        }
        suspected |= looks % LIMIT == 0;
    }

    private static boolean isIdle(ControlledThread thread) {
        return thread.yields >= LIMIT || (thread.looks >= LIMIT && thread.looksAgain >= RETURNS);
    }

    /**
     * Whether every enabled thread is idle; if so, it counts from the start again.
     *
     * @param sleeper the enabled thread that only sleeps; null if there is none
     */
    boolean areAll(Choices enabled, ThreadRegistry threads, @Nullable ControlledThread sleeper) {
        if (!suspected) {
            return false;
        }
        suspected = false;
        for (int i = 0; i < enabled.size(); i++) {
            ControlledThread thread = threads.get(enabled.thread(i));
            if (thread != sleeper && !isIdle(thread)) {
                return false;
            }
        }
        for (int i = 0; i < enabled.size(); i++) {
            ControlledThread thread = threads.get(enabled.thread(i));
            thread.yields = 0;
            thread.looks = 0;
        }
        return true;
    }
}
