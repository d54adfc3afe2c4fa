package dev.jcoyote.engine.platform;

import dev.jcoyote.scheduler.ControlledThread;
import dev.jcoyote.scheduler.Engine;
import org.jspecify.annotations.Nullable;

/**
 * Hands over between operating system threads by park and unpark, without spinning. The main thread's body runs on the
 * thread that runs the execution.
 */
public final class PlatformEngine implements Engine {
    private volatile @Nullable Thread carrier;
    private volatile boolean ended;

    @Override
    public String name() {
        return "platform";
    }

    @Override
    public Thread mainThread(Thread newCarrier) {
        return newCarrier;
    }

    @Override
    public void run(ControlledThread main, Runnable body) {
        ended = false;
        carrier = main.thread();
        body.run();
        awaitEnd();
    }

    @Override
    public void goOn() {
        carrier = Thread.currentThread();
        awaitEnd();
    }

    private void awaitEnd() {
        while (!ended && carrier == Thread.currentThread()) {
            NativeParking.park();
        }
    }

    @Override
    public void end() {
        ended = true;
        Thread waiting = carrier;
        if (waiting != null && waiting != Thread.currentThread()) {
            NativeParking.unpark(waiting);
        }
    }

    @Override
    public boolean start(ControlledThread thread, Runnable body) {
        return false;
    }

    @Override
    public @Nullable Object lockOf(ControlledThread thread) {
        return null;
    }

    @Override
    public boolean canResume(ControlledThread thread) {
        return true;
    }

    @Override
    public boolean canGiveUp(Object monitor) {
        return true;
    }

    @Override
    public boolean canLeave() {
        return true;
    }

    @Override
    public void resume(ControlledThread thread) {
        Object monitor = thread.gateMonitor;
        if (monitor == null) {
            thread.turn = true;
            NativeParking.unpark(thread.thread());
        } else {
            // Free by the model: whoever owned it is suspended in Object.wait on it, or has left it.
            synchronized (monitor) {
                thread.turn = true;
                monitor.notifyAll();
            }
        }
    }

    @Override
    public boolean suspend(ControlledThread thread) {
        Object monitor = thread.gateMonitor;
        if (monitor == null) {
            while (!thread.turn) {
                NativeParking.park();
                takeInterrupt(thread);
            }
        } else {
            synchronized (monitor) {
                while (!thread.turn) {
                    try {
                        monitor.wait();
                    } catch (InterruptedException e) {
                        thread.interrupted = true;
                    }
                }
            }
        }
        thread.turn = false;
        return true;
    }

    /** An interrupt in the JVM, from native code: it becomes one of the model, else park would not wait any more. */
    private static void takeInterrupt(ControlledThread thread) {
        if (Thread.interrupted()) {
            thread.interrupted = true;
        }
    }

    @Override
    public boolean loseCarrier(ControlledThread stuck) {
        if (stuck.thread() != carrier) {
            return false;
        }
        carrier = null;
        return true;
    }

    @Override
    public StackTraceElement[] stackOf(ControlledThread thread) {
        return thread.thread().getStackTrace();
    }
}
