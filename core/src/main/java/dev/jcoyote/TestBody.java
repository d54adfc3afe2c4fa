package dev.jcoyote;

/** The code that is run in every execution. What it throws is a bug. */
@FunctionalInterface
public interface TestBody {
    /** Runs the test once, on the main thread of an execution. */
    void run() throws Throwable;
}
