package dev.jcoyote.scheduler;

import org.jspecify.annotations.Nullable;

/** A thread of the tool itself, which never acts on a program's threads. */
public class ToolThread extends Thread {
    /** Creates a daemon thread. */
    public ToolThread(@Nullable Runnable body, String name) {
        super(null, body, name, 0, false);
        setDaemon(true);
    }
}
