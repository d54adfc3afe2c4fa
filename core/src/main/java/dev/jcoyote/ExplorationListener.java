package dev.jcoyote;

/** Who follows an exploration while it runs. Called between executions, on the exploring thread. */
public interface ExplorationListener {
    /** A listener that does nothing. */
    ExplorationListener NONE = new ExplorationListener() {};

    /** Execution {@code number} begins. */
    default void executionBegins(int number) {}

    /** Execution {@code number} is run once more, to find out more about it. */
    default void executionRepeats(int number) {}

    /** A bug was found, and is on disk if it is to be written. */
    default void bugFound(Bug bug) {}

    /** Whether the exploration is to end before the next execution, with everything found so far. */
    default boolean isStopRequested() {
        return false;
    }
}
