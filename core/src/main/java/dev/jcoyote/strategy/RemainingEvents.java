package dev.jcoyote.strategy;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many events each thread still has before it, as a profile tells; those of threads that it has yet to start count for
 * it.
 */
final class RemainingEvents {
    private final SeededRandom random;
    private @Nullable EventCounts expected;

    /** Those of the threads that have been met; of the others how many events they have had, as a negative number. */
    private int[] remaining = new int[16];

    /** How many threads, from 0, have been met. */
    private int met;

    RemainingEvents(SeededRandom random) {
        this.random = random;
    }

    /** A new execution begins, of which so much is expected. */
    void begin(EventCounts counts) {
        expected = counts;
        met = 0;
        Arrays.fill(remaining, 0);
    }

    /**
     * Takes in the threads that were started since the last time: each takes its events over from its parent.
     *
     * @param intended the thread whose event is to be the next one; negative for none
     * @return the same, or the new thread that has taken this event over
     */
    int meet(List<String> paths, int intended) {
        int next = intended;
        while (met < paths.size()) {
            int thread = met++;
            makeRoom(thread);
            String path = paths.get(thread);
            int own = expected == null ? 0 : expected.withChildren(path);
            remaining[thread] = Math.max(0, own + remaining[thread]);
            int parent = paths.indexOf(EventCounts.parent(path));
            if (parent >= 0 && parent < thread) {
                if (next == parent && remaining[parent] > 0 && random.nextInt(remaining[parent]) < own) {
                    next = thread;
                }
                remaining[parent] = Math.max(0, remaining[parent] - own);
            }
        }
        return next;
    }

    /** How many events the thread has before it. */
    int of(int thread) {
        return thread < met ? remaining[thread] : 0;
    }

    /** The thread has an event before it, whatever the profile tells. */
    void atLeastOne(int thread) {
        if (thread < met) {
            remaining[thread] = Math.max(1, remaining[thread]);
        }
    }

    /** The thread seems to have none before it, whatever the profile tells. */
    void none(int thread) {
        remaining[thread] = 0;
    }

    /** The thread has executed one of its events. */
    void executed(int thread) {
        makeRoom(thread);
        if (thread >= met || remaining[thread] > 0) {
            remaining[thread]--;
        }
    }

    private void makeRoom(int thread) {
        if (thread >= remaining.length) {
            remaining = Arrays.copyOf(remaining, Math.max(thread + 1, remaining.length * 2));
        }
    }
}
