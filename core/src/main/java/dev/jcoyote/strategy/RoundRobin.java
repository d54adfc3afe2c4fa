package dev.jcoyote.strategy;

import java.util.function.IntPredicate;

/** Enabled threads in the order of their start, round and round. */
final class RoundRobin {
    private static final int EARLIER = 1 << 28;
    private static final int LAST = 1 << 29;

    private RoundRobin() {}

    /**
     * The first of those started after that thread, or else the first of all; {@link Options#NONE} comes before all threads.
     *
     * @param comesLast which threads go on only if no other can
     */
    static int after(int thread, Options options, IntPredicate comesLast) {
        int best = Options.NONE;
        int bestRank = Integer.MAX_VALUE;
        for (int i = 0; i < options.size(); i++) {
            int candidate = options.thread(i);
            int rank = candidate + (candidate <= thread ? EARLIER : 0) + (comesLast.test(candidate) ? LAST : 0);
            if (rank < bestRank) {
                best = candidate;
                bestRank = rank;
            }
        }
        return best;
    }
}
