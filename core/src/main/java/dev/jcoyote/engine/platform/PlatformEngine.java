package dev.jcoyote.engine.platform;

import dev.jcoyote.engine.NativeParking;
import dev.jcoyote.scheduler.ControlledThread;
import dev.jcoyote.scheduler.Engine;

/** Hands over between operating system threads by park and unpark, without spinning. */
public final class PlatformEngine implements Engine {
    @Override
    public String name() {
        return "platform";
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
    public void suspend(ControlledThread thread) {
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
    }

    /** An interrupt in the JVM, from native code: it becomes one of the model, else park would not wait any more. */
    private static void takeInterrupt(ControlledThread thread) {
        if (Thread.interrupted()) {
            thread.interrupted = true;
        }
    }

    @Override
    public StackTraceElement[] stackOf(ControlledThread thread) {
        return thread.thread().getStackTrace();
    }
}
