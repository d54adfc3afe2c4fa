package dev.jcoyote.strategy;

import java.util.Arrays;

/**
 * One priority a thread, drawn at random when the thread is first seen.
 *
 * <p>Drawn ones are not negative, from 2<sup>63</sup> values; others may be set below them. Equal ones order by the
 * thread's number, so that all are distinct.
 */
final class Priorities {
    private final SeededRandom random;
    private long[] byThread = new long[16];

    /** How many threads, from 0, have a priority. */
    private int drawn;

    Priorities(SeededRandom random) {
        this.random = random;
    }

    /** Forgets all: threads get new ones when they are next seen. */
    void clear() {
        drawn = 0;
    }

    /** A random priority. */
    long draw() {
        return random.nextLong() >>> 1;
    }

    /** Gives the thread a priority. */
    void set(int thread, long priority) {
        drawUpTo(thread);
        byThread[thread] = priority;
    }

    /** The enabled thread with the highest priority. */
    int highest(Options options) {
        int best = options.thread(0);
        drawUpTo(best);
        for (int i = 1; i < options.size(); i++) {
            int thread = options.thread(i);
            drawUpTo(thread);
            if (byThread[thread] > byThread[best] || (byThread[thread] == byThread[best] && thread < best)) {
                best = thread;
            }
        }
        return best;
    }

    /** The enabled thread with the highest priority among those that are not held; {@link Options#NONE} if all are. */
    int highest(Options options, boolean[] held) {
        int best = Options.NONE;
        for (int i = 0; i < options.size(); i++) {
            int thread = options.thread(i);
            drawUpTo(thread);
            boolean isBetter = best == Options.NONE
                    || byThread[thread] > byThread[best]
                    || (byThread[thread] == byThread[best] && thread < best);
            if (!held[thread] && isBetter) {
                best = thread;
            }
        }
        return best;
    }

    private void drawUpTo(int thread) {
        if (thread >= byThread.length) {
            byThread = Arrays.copyOf(byThread, Math.max(thread + 1, byThread.length * 2));
        }
        while (drawn <= thread) {
            byThread[drawn++] = draw();
        }
    }
}
