package dev.jcoyote.bridge;

import org.jspecify.annotations.Nullable;

/**
 * Fibers: thread bodies that run one after the other on one operating system thread, each as the {@link Thread} that it
 * belongs to, and that can be suspended and resumed. Made of the JDK's internal continuations by a class that the agent
 * emits where the JDK has them.
 */
public interface Fibers {
    /** Which fiber runs next. */
    interface Source {
        /** The fiber to run until it suspends itself or ends; null if the run is over. */
        @Nullable
        Object next();
    }

    /** Creates a fiber that runs that body as that thread, which must never have been started. */
    Object create(Thread thread, Runnable body);

    /**
     * Runs fibers until the source has none. {@code Thread.currentThread()} is each fiber's own thread meanwhile, and
     * the caller's again afterwards. A fiber may call this too: those that it runs are then on top of its stack.
     */
    void run(Source source);

    /** Suspends the calling fiber; returns false, at once, if the JVM cannot unwind its stack now. */
    boolean suspend();

    /** The stack of a suspended fiber. */
    StackTraceElement[] stackOf(Object fiber);

    /** Makes {@code Thread.currentThread()} answer that thread; for tests of this ability. */
    void become(Thread thread);
}
