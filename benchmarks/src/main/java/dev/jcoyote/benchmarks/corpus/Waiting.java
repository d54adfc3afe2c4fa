package dev.jcoyote.benchmarks.corpus;

/** Waits without a checked exception. */
public final class Waiting {
    private Waiting() {}

    /** {@link Object#wait()}, by a thread that nobody interrupts. */
    public static void on(Object monitor) {
        try {
            monitor.wait();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
