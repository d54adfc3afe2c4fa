package dev.jcoyote.control;

import dev.jcoyote.engine.NativeParking;
import dev.jcoyote.scheduler.ToolThread;
import org.jspecify.annotations.Nullable;

/**
 * The thread that test bodies run on, one after the other: an operating system thread for each execution would cost more
 * than most executions.
 */
final class RootThread extends ToolThread {
    private volatile @Nullable Runnable job;
    private volatile boolean closed;

    RootThread() {
        super(null, "main");
        // Threads inherit this: the program's must not all be daemons.
        setDaemon(false);
    }

    /** Runs the job as soon as the one before has returned. */
    void execute(Runnable newJob) {
        job = newJob;
        NativeParking.unpark(this);
    }

    /** Ends the thread when its job has returned. */
    void close() {
        closed = true;
        NativeParking.unpark(this);
    }

    @Override
    public void run() {
        while (!closed) {
            Runnable next = job;
            if (next == null) {
                NativeParking.park();
            } else {
                job = null;
                next.run();
            }
        }
    }
}
