package dev.jcoyote.scheduler;

import dev.jcoyote.scheduler.ControlledThread.Wake;

/** Who ends the wait of a blocked thread when its time is up or it is interrupted. */
@FunctionalInterface
public interface Waker {
    /** Takes the thread off whatever list it waits in, and enables it as soon as it can go on. */
    void wake(ControlledThread thread, Wake reason);
}
