package dev.jcoyote.search;

import dev.jcoyote.analysis.Footprints;
import org.jspecify.annotations.Nullable;

/** The threads that can go on at a scheduling point. */
public interface Candidates {
    /** How many there are, at least 2. */
    int size();

    /** The number of one of them in this execution. */
    int thread(int position);

    /** Whether that one only hints that it waits. */
    boolean isHint(int position);

    /** The thread that ran last if it is one of them, else -1. */
    int current();

    /** Their canonical numbers. */
    default int[] canonical(Footprints log) {
        int[] all = new int[size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = log.canonicalThread(thread(i));
        }
        return all;
    }

    /** The number in this execution of the thread with that canonical number, or -1 if it is none of them. */
    default int find(int canonical, Footprints log) {
        for (int i = 0; i < size(); i++) {
            if (log.canonicalThread(thread(i)) == canonical) {
                return thread(i);
            }
        }
        return -1;
    }

    /**
     * The thread to go on with where nothing else is asked for: the one that ran last, unless it waits in a loop or shall
     * not; else the first one that started.
     *
     * @return -1 if all of them sleep
     */
    default int best(Footprints log, @Nullable Sleeper sleep, boolean isTurnOver) {
        int best = -1;
        int bestRank = Integer.MAX_VALUE;
        for (int i = 0; i < size(); i++) {
            int thread = thread(i);
            int rank = 4 * thread + 4;
            if (isHint(i)) {
                rank += 1 << 28;
            }
            if (thread == current()) {
                rank = isTurnOver || isHint(i) ? 1 << 29 : 0;
            }
            if (rank < bestRank && !Sleeper.contains(sleep, log.canonicalThread(thread))) {
                best = thread;
                bestRank = rank;
            }
        }
        return best;
    }
}
