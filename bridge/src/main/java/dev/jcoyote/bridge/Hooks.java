package dev.jcoyote.bridge;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The hooks at operations, which instrumented code calls: scheduling points, monitors, parking, what must be atomic.
 *
 * <p>Every hook is a public static method of this class or of another one whose name ends with {@code Hooks}, is
 * declared there and nowhere else, and has a name that no other has: the transformer reads owners, names and
 * descriptors from these classes.
 *
 * <p>Every hook asks first whether its caller is the running controlled thread. If not, it does what the replaced call
 * would have done, or nothing. The last parameter {@code site} is a row of {@link Sites}.
 */
public final class Hooks {
    private Hooks() {}

    // ---- operations that do not block: called before them ----

    /** Before a call of a concurrent class or the access of an instance field. */
    public static void point(@Nullable Object resource, int site) {
        if (Control.enter()) {
            try {
                Control.controller().point(resource, site);
            } finally {
                Control.leave();
            }
        }
    }

    /** Before the access of a static field, or a call without a receiver. */
    public static void staticPoint(int site) {
        if (Control.enter()) {
            try {
                Control.controller().point(null, site);
            } finally {
                Control.leave();
            }
        }
    }

    /** Before the access of an array element. */
    public static void arrayPoint(@Nullable Object array, int index, int site) {
        if (Control.enter()) {
            try {
                Control.controller().arrayPoint(array, index, site);
            } finally {
                Control.leave();
            }
        }
    }

    /** After a compare-and-set of the program. */
    public static void compared(boolean succeeded) {
        if (!succeeded && Control.enter()) {
            try {
                Control.controller().compareFailed();
            } finally {
                Control.leave();
            }
        }
    }

    /** Before a call through a {@code java.util} type whose receiver may be a concurrent or synchronized collection. */
    public static void callPoint(@Nullable Object receiver, int site) {
        if (receiver != null && Control.enter()) {
            try {
                Control.controller().callPoint(receiver, site);
            } finally {
                Control.leave();
            }
        }
    }

    /** Before a call that leaves control, such as a read from a socket. */
    public static void external(int site) {
        if (Control.enter()) {
            try {
                Control.controller().external(site);
            } finally {
                Control.leave();
            }
        }
    }

    /** Before a call that leaves control, unless what it opens is a file of this machine: a jar, or a class of the JDK. */
    public static void externalUnlessLocal(@Nullable Object opened, int site) {
        if (Control.enter()) {
            try {
                if (!LocalUrls.isLocal(opened)) {
                    Control.controller().external(site);
                }
            } finally {
                Control.leave();
            }
        }
    }

    // ---- monitors ----

    /** Before MONITORENTER in the program's code, which then locks what this returns; null stays null. */
    public static @Nullable Object monitorEnter(@Nullable Object monitor, int site) {
        if (monitor == null || !Control.enter()) {
            return enteredOutside(monitor);
        }
        try {
            Control.controller().monitorEnter(monitor, site);
        } finally {
            Control.leave();
        }
        return inPlaceOf(monitor);
    }

    /** Like {@link #monitorEnter}, but no scheduling point: in JDK classes that wait in monitors, and in bystanders. */
    public static @Nullable Object lockInJdk(@Nullable Object monitor, int site) {
        if (monitor == null || !Control.enter()) {
            return enteredOutside(monitor);
        }
        try {
            Control.controller().monitorEnterInJdk(monitor, site);
        } finally {
            Control.leave();
        }
        return inPlaceOf(monitor);
    }

    /** A thread outside control locks the monitor itself, and is not kept out by controlled threads that do not. */
    private static @Nullable Object enteredOutside(@Nullable Object monitor) {
        if (monitor != null && Control.active && Control.lock != null && !Control.masked()) {
            Control.controller().monitorEnteredOutside(monitor);
        }
        return monitor;
    }

    /** What the running thread locks. Asked when it runs again, since others may have run while it waited. */
    private static Object inPlaceOf(Object monitor) {
        Object lock = Control.lock;
        return lock == null ? monitor : lock;
    }

    /** Before MONITORENTER in other JDK code, and at the start of a synchronized method that keeps its modifier. */
    public static void monitorEnterInJdk(@Nullable Object monitor, int site) {
        if (monitor != null && Control.enter()) {
            try {
                Control.controller().monitorEnterInJdk(monitor, site);
            } finally {
                Control.leave();
            }
        }
    }

    /** Before MONITORENTER in synchronized collections of the JDK: a scheduling point if it is the second one. */
    public static void monitorEnterInCollection(@Nullable Object monitor, int site) {
        if (monitor != null && Control.enter()) {
            try {
                Control.controller().awaitNested(monitor, true);
                Control.controller().monitorEnterInJdk(monitor, site);
            } finally {
                Control.leave();
            }
        }
    }

    /** At MONITOREXIT, after it where that is possible; the monitor is the program's own object. */
    public static void monitorExit(@Nullable Object monitor) {
        if (monitor != null && Control.enter()) {
            try {
                Control.controller().monitorExit(monitor);
            } finally {
                Control.leave();
            }
        }
    }

    /** In place of {@code Thread.holdsLock}: true if the model says so, or the JVM. */
    public static boolean holdsLock(@Nullable Object monitor) {
        if (monitor != null && Control.enter()) {
            try {
                if (Control.controller().holdsMonitor(monitor)) {
                    return true;
                }
            } finally {
                Control.leave();
            }
        }
        return Thread.holdsLock(monitor);
    }

    /** Before the call of a method that may be synchronized and that no hook could be placed around. */
    public static void awaitFree(@Nullable Object monitor) {
        if (monitor != null && Control.enter()) {
            try {
                Control.controller().awaitFree(monitor);
            } finally {
                Control.leave();
            }
        }
    }

    /** Before the call by a synchronized collection of a method of an object that may be another one. */
    public static void awaitNested(@Nullable Object object) {
        if (object != null && Control.enter()) {
            try {
                Control.controller().awaitNested(object, false);
            } finally {
                Control.leave();
            }
        }
    }

    /** In place of {@code monitor.wait()}. */
    public static void await(Object monitor, int site) throws InterruptedException {
        awaitNanos(monitor, 0L, 0, site);
    }

    /** In place of {@code monitor.wait(millis)}. */
    public static void awaitMillis(Object monitor, long millis, int site) throws InterruptedException {
        if (millis < 0) {
            monitor.wait(millis);
        }
        awaitNanos(monitor, millis, 0, site);
    }

    /** In place of {@code monitor.wait(millis, nanos)}. */
    public static void awaitNanos(Object monitor, long millis, int nanos, int site) throws InterruptedException {
        // The real method throws for a null monitor, a missing ownership and bad arguments; only it knows the messages.
        if (millis < 0 || nanos < 0 || nanos > 999_999 || monitor == null || !holdsLock(monitor) || !Control.enter()) {
            monitor.wait(millis, nanos);
            return;
        }
        try {
            Control.controller().await(monitor, Nanos.saturated(millis, nanos), site);
        } finally {
            Control.leave();
        }
    }

    /** In place of {@code monitor.notify()}. */
    public static void signal(Object monitor, int site) {
        signal(monitor, false, site);
    }

    /** In place of {@code monitor.notifyAll()}. */
    public static void signalAll(Object monitor, int site) {
        signal(monitor, true, site);
    }

    private static void signal(Object monitor, boolean all, int site) {
        if (holdsLock(monitor) && Control.enter()) {
            try {
                Control.controller().signal(monitor, all, site);
            } finally {
                Control.leave();
            }
            return;
        }
        if (all) {
            monitor.notifyAll();
        } else {
            monitor.notify();
        }
        if (Control.active && !Control.isControlled()) {
            Control.controller().signalFromOutside(monitor, all);
        }
    }

    // ---- park and unpark ----

    /** At the start of LockSupport's park methods; true if the wait is over. */
    public static boolean park(@Nullable Object blocker, long time, int mode) {
        if (!Control.enter()) {
            return false;
        }
        try {
            Control.controller().park(blocker, time, mode);
        } finally {
            Control.leave();
        }
        return true;
    }

    /** At the start of LockSupport.unpark; true if it is done. */
    public static boolean unpark(@Nullable Thread thread) {
        if (thread == null || !Control.active) {
            return false;
        }
        if (!Control.enter()) {
            return !Control.masked() && Control.controller().unparkFromOutside(thread);
        }
        try {
            return Control.controller().unpark(thread);
        } finally {
            Control.leave();
        }
    }

    /** In place of {@code Unsafe.park} in JDK classes. */
    public static void unsafePark(Object unsafe, boolean absolute, long time) {
        int mode = absolute ? Controller.PARK_UNTIL : time == 0 ? Controller.PARK_UNTIMED : Controller.PARK_NANOS;
        if (!park(null, time, mode)) {
            JdkParking.park(absolute, time);
        }
    }

    /** In place of {@code Unsafe.unpark} in JDK classes. */
    public static void unsafeUnpark(Object unsafe, Object thread) {
        if (!unpark((Thread) thread)) {
            JdkParking.unpark(thread);
        }
    }

    // ---- what no choice may interrupt ----

    /** At the start of class loading, linking and initialisation, which must not be interrupted by a choice. */
    public static void enterAtomic() {
        if (Control.mask()) {
            Control.controller().enterAtomic();
            Control.unmask(true);
        }
    }

    /** At the end of what {@link #enterAtomic} began, normal or not. */
    public static void leaveAtomic() {
        if (Control.mask()) {
            Control.controller().leaveAtomic();
            Control.unmask(true);
        }
    }

    /** The real park and unpark of threads outside control, past the hooked entry points. */
    private static final class JdkParking {
        private JdkParking() {}

        static void park(boolean absolute, long time) {
            if (absolute) {
                LockSupport.parkUntil(time);
            } else if (time == 0L) {
                LockSupport.park();
            } else {
                LockSupport.parkNanos(time);
            }
        }

        static void unpark(Object thread) {
            LockSupport.unpark((Thread) thread);
        }
    }
}
