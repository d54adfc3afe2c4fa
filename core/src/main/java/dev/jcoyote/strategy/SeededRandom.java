package dev.jcoyote.strategy;

/**
 * A random number generator without allocation: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
 *
 * <p>Its numbers are part of what a seed means: to change them is to change every execution.
 */
public final class SeededRandom {
    private static final double DOUBLE_UNIT = 0x1.0p-53;

    private long state;

    /** Starts the sequence that belongs to the seed. */
    public void seed(long seed) {
        state = seed;
    }

    /** Any number, each equally likely. */
    public long nextLong() {
        state += Seeds.GAMMA;
        return Seeds.mix(state);
    }

    /** A number from 0 (inclusive) to 1 (exclusive). */
    public double nextDouble() {
        return (nextLong() >>> 11) * DOUBLE_UNIT;
    }

    /**
     * A number from 0 to {@code bound - 1}, each exactly equally likely (Lemire, TOMACS 2019).
     *
     * @param bound at least 1
     */
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("The bound must be at least 1, but is " + bound);
        }
        long product = (nextLong() >>> 32) * bound;
        if ((product & 0xFFFFFFFFL) < bound) {
            long leastFair = (1L << 32) % bound;
            while ((product & 0xFFFFFFFFL) < leastFair) {
                product = (nextLong() >>> 32) * bound;
            }
        }
        return (int) (product >>> 32);
    }
}
