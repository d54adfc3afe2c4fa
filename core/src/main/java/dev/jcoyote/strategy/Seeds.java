package dev.jcoyote.strategy;

/** The seeds of executions, each a function of the exploration's seed and the execution's number alone. */
public final class Seeds {
    /** The step of SplitMix64: the odd number nearest to 2<sup>64</sup> divided by the golden ratio. */
    static final long GAMMA = 0x9E3779B97F4A7C15L;

    private Seeds() {}

    /**
     * The seed of one execution. Neighbouring seeds and numbers give unrelated results.
     *
     * @param seed the exploration's seed
     * @param number the execution's number, from 1
     */
    public static long ofExecution(long seed, int number) {
        return mix(mix(seed) + number * GAMMA);
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): a bijection that spreads every bit. */
    static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
