package dev.jcoyote.benchmarks.corpus;

/** The checks of programs, which are always on. */
public final class Check {
    private Check() {}

    /** Fails the execution if the condition does not hold. */
    public static void that(boolean condition, String expected) {
        if (!condition) {
            throw new AssertionError("Expected: " + expected);
        }
    }
}
