package dev.jcoyote.bridge;

/**
 * The first word of objects in the JVM's heap, which holds their identity hash code. Made of the JDK's internal Unsafe by
 * a class that the agent emits.
 */
public interface HeaderAccess {
    /** The word as it is now. */
    long read(Object object);

    /** Sets the word if it still has the expected value; returns whether it had. */
    boolean replace(Object object, long expected, long wanted);
}
