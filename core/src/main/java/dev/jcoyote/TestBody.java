package dev.jcoyote;

/** The code that is run in every execution. What it throws is a bug. */
@FunctionalInterface
public interface TestBody {
    /**
     * Called once, outside control, before the first execution and after the JVM was instrumented: the place for
     * lookups that are not part of the test.
     */
    default void prepare() throws Throwable {}

    /** Called outside control before every execution. */
    default void prepareExecution() throws Throwable {}

    /** Runs the test once, on the main thread of an execution. */
    void run() throws Throwable;
}
