package dev.jcoyote.analysis;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.operation.ResourceTable;

/**
 * Hears what controlled threads do, in the order in which they do it.
 *
 * <p>A step of a thread begins with {@link #executed} and lasts until its next one; all else that a thread is told to do
 * belongs to the step it is in. Threads are their numbers, objects those of the {@code ResourceTable}, slots the fields or
 * elements of an object as in {@link Operation#slot}. Called by whoever has the baton; nothing is heard of an execution that
 * unwinds.
 */
public interface Observer {
    /** Hears nothing. */
    Observer NONE = new Observer() {};

    /** An execution begins, with thread 0; the table knows what the numbers of objects mean, until the next one begins. */
    default void begin(ResourceTable resources) {}

    /** The execution is over. */
    default void end() {}

    /** A thread goes on: its step begins with this operation, whose kind is {@code TIMEOUT} if a time-out ends its wait. */
    default void executed(Operation operation, OperationKind kind) {}

    /** The thread that was chosen last goes on now, and is the caller. */
    default void resumed(int thread) {}

    /** A thread has come to an operation that can proceed, or that can proceed again. */
    default void pending(Operation operation) {}

    /** A thread cannot go on with its pending operation, and waits. */
    default void blocked(Operation operation) {}

    /** The value that the running step's operation needed was chosen: of so many, from 0. */
    default void chosen(int thread, int value, int bound) {}

    /** The compare-and-set that the running step began with has failed: it was a read. */
    default void compareFailed(int thread) {}

    /** A thread has started another one. */
    default void started(int thread, int child) {}

    /** A thread has ended. */
    default void ended(int thread) {}

    /** A thread has seen that another one has ended. */
    default void joined(int thread, int ended) {}

    /** A thread has taken a monitor that it did not hold. */
    default void acquired(int thread, int monitor) {}

    /** A thread has left a monitor for good, or gives it up to wait. */
    default void released(int thread, int monitor) {}

    /** A thread has ended another one's wait, by a notification, an interrupt or the end that it waited for. */
    default void woke(int thread, int sleeper) {}

    /** A thread has given another one its permit to go on, or ended its parking with it. */
    default void unparked(int thread, int target) {}

    /** A thread has looked whether it has the permit, or a reason not to park, and takes it. */
    default void parked(int thread) {}

    /** A thread has looked at the interrupt flag of another one or of its own, or changes it. */
    default void interruptFlag(int thread, int target, boolean write) {}

    /** The time-out of a thread's wait has ended it, since nothing else could go on. */
    default void expired(int thread) {}

    /** A thread has read the clock or set a time limit; or has made the clock jump. */
    default void clock(int thread) {}

    /** Whether it needs to hear {@link #plain}. The same for all of an execution, as the next three. */
    default boolean hearsPlain() {
        return false;
    }

    /** Whether it needs to hear {@link #synchronizing}. */
    default boolean hearsSynchronizing() {
        return false;
    }

    /** Whether that includes the queues in which threads wait for a lock, besides the lock's state. */
    default boolean hearsQueues() {
        return hearsSynchronizing();
    }

    /** Whether it needs to hear {@link #created}. */
    default boolean hearsCreation() {
        return false;
    }

    /** Whether it needs to hear {@link #made}. */
    default boolean hearsMaking() {
        return false;
    }

    /** Code of the JDK touches what orders memory: a volatile field or element, or one through a VarHandle or Unsafe. */
    default void synchronizing(int thread, int resource, int slot, boolean write, int site) {}

    /**
     * A thread enters a lock or a concurrent object of a library that only observes the program, such as a logger's, or has
     * left it again. After an exception it is not told that it has left; its next operation by the program's own code says it.
     */
    default void bystands(int thread, boolean enters) {}

    /** A thread touches a plain field or element, where no scheduling point is. */
    default void plain(int thread, int resource, int slot, boolean write, int site) {}

    /** After the step of a thread, what must always hold is looked at: the order of any two steps matters to that. */
    default void judged(int thread) {}

    /** An object was created, which need not get a number: the caller is the code that has created it. */
    default void made(int thread, Object object) {}

    /** An object was created, and is known by its number from here on. */
    default void created(int thread, int resource) {}
}
