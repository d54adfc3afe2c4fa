package dev.jcoyote.analysis;

import dev.jcoyote.bridge.Sites;

/**
 * Which pairs of source lines were seen to conflict in different threads, and in which order: a measure of how much of the
 * interleaving of the source was covered.
 */
public final class LineOrders {
    /** So many ordered pairs are remembered; further ones are not. */
    public static final int MOST = 1 << 14;

    private static final long[] NONE = {};

    /** The stable hashes of the two lines, the earlier one in the upper half. */
    private final LongIndex pairs = new LongIndex();

    private int told;
    private int both;
    private int same;

    /** Somebody at the one site was followed by another thread at the other one, and one of them wrote. */
    void add(int earlier, int later) {
        add(((long) Sites.hash(earlier) << 32) | (Sites.hash(later) & 0xFFFFFFFFL));
    }

    /** Adds a pair that {@link #drainNew} told of. */
    public void add(long pair) {
        if (pairs.find(pair) == LongIndex.ABSENT && pairs.size() < MOST) {
            pairs.of(pair);
            long turned = Long.rotateLeft(pair, 32);
            if (turned == pair) {
                same++;
            } else if (pairs.find(turned) != LongIndex.ABSENT) {
                both++;
            }
        }
    }

    /** The ordered pairs that are new since the last time. */
    public long[] drainNew() {
        if (told == pairs.size()) {
            return NONE;
        }
        long[] added = new long[pairs.size() - told];
        for (int i = 0; i < added.length; i++) {
            added[i] = pairs.key(told + i);
        }
        told = pairs.size();
        return added;
    }

    /** How many pairs of two different lines conflicted, in whichever order. */
    public int pairs() {
        return pairs.size() - same - both;
    }

    /** How many of these pairs were seen in both orders. */
    public int inBothOrders() {
        return both;
    }
}
