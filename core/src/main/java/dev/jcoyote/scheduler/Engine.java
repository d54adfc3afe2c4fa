package dev.jcoyote.scheduler;

/** How controlled threads are suspended and resumed; never which of them runs. */
public interface Engine {
    /** The name in results: {@code platform}. */
    String name();

    /** Lets that thread go on: its {@link #suspend} returns. The caller suspends itself or ends right after. */
    void resume(ControlledThread thread);

    /**
     * Waits until the calling thread, which is that one, is resumed.
     *
     * <p>If the thread has a {@linkplain ControlledThread#gateMonitor gate monitor} it owns that monitor, and gives it
     * up for the time of the wait.
     */
    void suspend(ControlledThread thread);

    /** The stack of a suspended thread, or of the caller. */
    StackTraceElement[] stackOf(ControlledThread thread);
}
