package dev.jcoyote.engine.fiber;

import dev.jcoyote.bridge.Control;
import dev.jcoyote.bridge.Fibers;
import dev.jcoyote.engine.platform.NativeParking;
import dev.jcoyote.scheduler.ControlledThread;
import dev.jcoyote.scheduler.Engine;
import org.jspecify.annotations.Nullable;

/** Runs the bodies of all controlled threads, each as a fiber, on the thread that runs the execution. */
public final class FiberEngine implements Engine {
    private final Fibers fibers;

    /** The carriers' loop; another one when a carrier is lost. */
    private Carriage carriage = new Carriage();

    private @Nullable Thread carrier;
    private @Nullable Thread mainThread;
    private boolean wasPinned;

    /** Creates an engine of those fibers. */
    public FiberEngine(Fibers fibers) {
        this.fibers = fibers;
    }

    /** Says which fiber a carrier runs next; null once the carrier is lost. */
    private static final class Carriage implements Fibers.Source {
        private @Nullable ControlledThread next;

        /** The thread on whose stack, because it could not be suspended, the others run; null for none. */
        private @Nullable ControlledThread top;

        private volatile boolean lost;

        @Override
        public @Nullable Object next() {
            ControlledThread thread = next;
            if (thread == null || lost || thread == top) {
                return null;
            }
            next = null;
            return thread.fiber;
        }
    }

    @Override
    public String name() {
        return "fiber";
    }

    @Override
    public Thread mainThread(Thread newCarrier) {
        Thread main = mainThread;
        if (main == null) {
            main = new Thread("main");
            ThreadLife.started(main);
            mainThread = main;
        }
        return main;
    }

    @Override
    public void run(ControlledThread main, Runnable body) {
        main.fiber = fibers.create(main.thread(), body);
        wasPinned = false;
        carriage.next = main;
        carriage.top = null;
        goOn();
    }

    @Override
    public void goOn() {
        Carriage mine = carriage;
        carrier = Thread.currentThread();
        fibers.run(mine);
    }

    @Override
    public void end() {
        carriage.next = null;
    }

    @Override
    public boolean start(ControlledThread thread, Runnable body) {
        thread.fiber = fibers.create(thread.thread(), body);
        ThreadLife.started(thread.thread());
        return true;
    }

    /** Any object that no other thread locks: a fiber that waits could not give a monitor up. */
    @Override
    public Object lockOf(ControlledThread thread) {
        return thread;
    }

    @Override
    public boolean canResume(ControlledThread thread) {
        return !thread.pinned || thread == carriage.top;
    }

    @Override
    public boolean canGiveUp(Object monitor) {
        return !Thread.holdsLock(monitor);
    }

    @Override
    public boolean canLeave() {
        return false;
    }

    @Override
    public void resume(ControlledThread thread) {
        carriage.next = thread;
    }

    @Override
    public boolean suspend(ControlledThread thread) {
        return fibers.suspend() || runOthersOnTop(thread);
    }

    /**
     * The stack cannot be unwound, as in a static initialiser: the others run on top of it until it is resumed. Not if it
     * holds monitors: the JVM keeps those of all stacks on a carrier in one list, and expects it to be empty (JDK 25 dies
     * if it is not).
     */
    private boolean runOthersOnTop(ControlledThread thread) {
        Carriage mine = carriage;
        if (!thread.isLeaked() && HeldMonitors.areThereAny(carrier)) {
            mine.next = null;
            return false;
        }
        ControlledThread below = mine.top;
        wasPinned = true;
        thread.pinned = true;
        mine.top = thread;
        fibers.run(mine);
        if (mine.next != thread) {
            // Left behind, with a stack that nobody can take away: so is this carrier.
            while (true) {
                NativeParking.park();
            }
        }
        mine.next = null;
        mine.top = below;
        thread.pinned = false;
        return true;
    }

    /** Whether a thread of the last execution could not be suspended, so that others ran on top of it. */
    public boolean wasPinned() {
        return wasPinned;
    }

    @Override
    public boolean loseCarrier(ControlledThread stuck) {
        if (stuck.thread() != Control.running && !stuck.isAway) {
            return false;
        }
        carriage.lost = true;
        carriage = new Carriage();
        if (stuck.thread() == mainThread) {
            mainThread = null;
        }
        return true;
    }

    @Override
    public StackTraceElement[] stackOf(ControlledThread thread) {
        if (thread.thread() == Thread.currentThread()) {
            return new Throwable().getStackTrace();
        }
        Thread onCarrier = carrier;
        if (thread.thread() == Control.running && onCarrier != null) {
            return onCarrier.getStackTrace();
        }
        Object fiber = thread.fiber;
        return fiber == null ? new StackTraceElement[0] : fibers.stackOf(fiber);
    }
}
