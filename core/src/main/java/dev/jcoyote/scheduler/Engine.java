package dev.jcoyote.scheduler;

import org.jspecify.annotations.Nullable;

/** How controlled threads are suspended and resumed; never which of them runs. */
public interface Engine {
    /** The name in results: {@code platform} or {@code fiber}. */
    String name();

    /** The thread object of the main thread of executions, on that operating system thread, which will {@link #run} them. */
    Thread mainThread(Thread carrier);

    /**
     * Runs an execution on the calling thread: returns when {@link #end} has been called.
     *
     * @param main the main thread, to be resumed at once
     * @param body what it runs
     */
    void run(ControlledThread main, Runnable body);

    /** Goes on with an execution whose carrier is {@linkplain #loseCarrier lost}: returns when {@link #end} was called. */
    void goOn();

    /** The execution is over: all its threads have ended or are left behind. */
    void end();

    /**
     * Makes ready a thread that starts, for its first turn.
     *
     * @param body what it runs, from {@code Thread.run} to its end, if this engine runs it
     * @return whether this engine runs it; if not the JVM starts it, and it calls {@link Scheduler#awaitFirstTurn}
     */
    boolean start(ControlledThread thread, Runnable body);

    /** What that thread locks in the JVM in place of monitors that the model guards; null if it is the monitors. */
    @Nullable
    Object lockOf(ControlledThread thread);

    /** Whether that suspended thread can be resumed now. */
    boolean canResume(ControlledThread thread);

    /** Whether the running thread can give that monitor up while it is suspended. */
    boolean canGiveUp(Object monitor);

    /** Whether other threads can run while one is inside a native call. */
    boolean canLeave();

    /** Lets that thread go on: its {@link #suspend} returns. The caller suspends itself or ends right after. */
    void resume(ControlledThread thread);

    /**
     * Waits until the calling thread, which is that one, is resumed.
     *
     * <p>If the thread has a {@linkplain ControlledThread#gateMonitor gate monitor} it gives that monitor up for the time
     * of the wait.
     *
     * @return whether that is done; if not, the engine cannot suspend the thread where it is
     */
    boolean suspend(ControlledThread thread);

    /** That thread does not come back; returns whether the thread that runs the execution is lost with it. */
    boolean loseCarrier(ControlledThread stuck);

    /** The stack of a suspended thread, of the caller, or of a stuck one. */
    StackTraceElement[] stackOf(ControlledThread thread);
}
