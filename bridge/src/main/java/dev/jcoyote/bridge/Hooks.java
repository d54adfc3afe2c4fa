package dev.jcoyote.bridge;

import java.time.Duration;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The static methods that instrumented code calls, each declared here and nowhere else: the transformer reads names and
 * descriptors from this class.
 *
 * <p>Every hook asks first whether its caller is the running controlled thread. If not, it does what the replaced call
 * would have done, or nothing. The last parameter {@code site} is a row of {@link Sites}.
 */
public final class Hooks {
    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

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

    // ---- monitors ----

    /** Before MONITORENTER in the program's code. */
    public static void monitorEnter(@Nullable Object monitor, int site) {
        if (monitor != null && Control.enter()) {
            try {
                Control.controller().monitorEnter(monitor, site);
            } finally {
                Control.leave();
            }
        }
    }

    /** Before MONITORENTER in JDK code, and at the start of a JDK class's synchronized method. */
    public static void monitorEnterInJdk(@Nullable Object monitor, int site) {
        if (monitor != null && Control.enter()) {
            try {
                Control.controller().monitorEnterInJdk(monitor, site);
            } finally {
                Control.leave();
            }
        }
    }

    /** Before MONITOREXIT. */
    public static void monitorExit(@Nullable Object monitor) {
        if (monitor != null && Control.enter()) {
            try {
                Control.controller().monitorExit(monitor);
            } finally {
                Control.leave();
            }
        }
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
        if (millis < 0
                || nanos < 0
                || nanos > 999_999
                || monitor == null
                || !Thread.holdsLock(monitor)
                || !Control.enter()) {
            monitor.wait(millis, nanos);
            return;
        }
        try {
            Control.controller().await(monitor, saturatedNanos(millis, nanos), site);
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
        if (Thread.holdsLock(monitor) && Control.enter()) {
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

    // ---- threads ----

    /** Before the native start of a thread. */
    public static void starting(Thread thread) {
        if (Control.enter()) {
            try {
                Control.controller().starting(thread);
            } finally {
                Control.leave();
            }
        }
    }

    /** At the start of every {@code run()} that may be a thread's body. */
    public static void begun(Object receiver) {
        if (Control.active
                && receiver == Thread.currentThread()
                && receiver != Control.running
                && receiver instanceof Thread thread) {
            try {
                Control.controller().begun(thread);
            } finally {
                if (Control.running == receiver) {
                    Control.leave();
                }
            }
        }
    }

    /** Before the return of {@code Thread.exit()}, which the JVM calls last on every thread. */
    public static void exiting(Thread thread) {
        if (thread == Thread.currentThread() && Control.enter()) {
            Control.controller().exiting(thread);
        }
    }

    /** At the start of {@code Thread.dispatchUncaughtException}; true if it shall do nothing. */
    public static boolean uncaught(Thread thread, Throwable exception) {
        if (!Control.enter()) {
            return false;
        }
        try {
            return Control.controller().uncaught(thread, exception);
        } finally {
            Control.leave();
        }
    }

    /** In place of {@code thread.join()}. */
    public static void join(Thread thread, int site) throws InterruptedException {
        if (!joined(thread, 0L, site)) {
            thread.join();
        }
    }

    /** In place of {@code thread.join(millis)}. */
    public static void joinMillis(Thread thread, long millis, int site) throws InterruptedException {
        if (millis < 0 || !joined(thread, saturatedNanos(millis, 0), site)) {
            thread.join(millis);
        }
    }

    /** In place of {@code thread.join(millis, nanos)}. */
    public static void joinNanos(Thread thread, long millis, int nanos, int site) throws InterruptedException {
        if (millis < 0 || nanos < 0 || nanos > 999_999 || !joined(thread, saturatedNanos(millis, nanos), site)) {
            thread.join(millis, nanos);
        }
    }

    /** At the start of {@code Thread.join()} and {@code join(long)}, for callers outside the program; true if done. */
    public static boolean joined(Thread thread, long nanos, int site) throws InterruptedException {
        if (!Control.enter()) {
            return false;
        }
        try {
            return Control.controller().join(thread, nanos, site);
        } finally {
            Control.leave();
        }
    }

    /** At the start of {@code Thread.join(long)}: like {@link #joined}, with a limit in milliseconds. */
    public static boolean joinedMillis(Thread thread, long millis, int site) throws InterruptedException {
        return millis >= 0 && joined(thread, saturatedNanos(millis, 0), site);
    }

    /** At the start of {@code Thread.join(Duration)}: 1 if it has ended, 0 if not, -1 if it is not under control. */
    public static int joinedDuration(Thread thread, Duration duration, int site) throws InterruptedException {
        long nanos = saturatedNanos(duration);
        if (nanos > 0 && !joined(thread, nanos, site)) {
            return -1;
        }
        Thread.State state = state(thread);
        return state == null ? -1 : state == Thread.State.TERMINATED ? 1 : 0;
    }

    /** At the start of {@code Thread.isAlive}: 1 or 0, or -1 if that thread is not under control. */
    public static int alive(Thread thread) {
        Thread.State state = state(thread);
        return state == null ? -1 : state == Thread.State.TERMINATED ? 0 : 1;
    }

    /** At the start of {@code Thread.getState}: null if that thread is not under control. */
    public static Thread.@Nullable State state(Thread thread) {
        if (!Control.enter()) {
            return null;
        }
        try {
            return Control.controller().state(thread);
        } finally {
            Control.leave();
        }
    }

    /** At the start of {@code Thread.threadId} and {@code getId}: -1 outside control. */
    public static long threadId(Thread thread) {
        if (!Control.enter()) {
            return -1;
        }
        try {
            return Control.controller().threadId(thread);
        } finally {
            Control.leave();
        }
    }

    /** At the start of {@code Thread.interrupt}; true if it is done. */
    public static boolean interrupt(Thread thread) {
        if (!Control.active) {
            return false;
        }
        if (!Control.enter()) {
            return !Control.masked() && Control.controller().interruptFromOutside(thread);
        }
        try {
            return Control.controller().interrupt(thread);
        } finally {
            Control.leave();
        }
    }

    /** At the start of {@code Thread.isInterrupted}: 1 or 0, or -1 if that thread is not under control. */
    public static int isInterrupted(Thread thread) {
        return interrupted(thread, false);
    }

    /** At the start of {@code Thread.interrupted} and the like: as above, and clears the flag. */
    public static int clearInterrupt(Thread thread) {
        return interrupted(thread, true);
    }

    private static int interrupted(Thread thread, boolean clear) {
        if (!Control.enter()) {
            return -1;
        }
        try {
            return Control.controller().interrupted(thread, clear);
        } finally {
            Control.leave();
        }
    }

    /** In place of {@code Thread.sleep(millis)}. */
    public static void sleep(long millis, int site) throws InterruptedException {
        if (millis < 0 || !slept(saturatedNanos(millis, 0), site)) {
            Thread.sleep(millis);
        }
    }

    /** In place of {@code Thread.sleep(millis, nanos)}. */
    public static void sleepNanos(long millis, int nanos, int site) throws InterruptedException {
        if (millis < 0 || nanos < 0 || nanos > 999_999 || !slept(saturatedNanos(millis, nanos), site)) {
            Thread.sleep(millis, nanos);
        }
    }

    /** In place of {@code Thread.sleep(duration)}, which came with JDK 19. */
    public static void sleepDuration(Duration duration, int site) throws InterruptedException {
        long nanos = saturatedNanos(duration);
        if (!slept(Math.max(0L, nanos), site) && nanos > 0) {
            Thread.sleep(nanos / NANOS_PER_MILLI, (int) (nanos % NANOS_PER_MILLI));
        }
    }

    /** At the start of the JDK's own method behind {@code Thread.sleep}, where there is one; true if done. */
    public static boolean slept(long nanos, int site) throws InterruptedException {
        if (!Control.enter()) {
            return false;
        }
        try {
            Control.controller().sleep(nanos, site);
        } finally {
            Control.leave();
        }
        return true;
    }

    /** In place of {@code unit.sleep(timeout)}. */
    public static void sleepUnit(TimeUnit unit, long timeout, int site) throws InterruptedException {
        if (timeout <= 0 || !slept(unit.toNanos(timeout), site)) {
            unit.sleep(timeout);
        }
    }

    /** At the start of {@code Thread.sleep(millis)}, where it is no native method; true if done. */
    public static boolean sleptMillis(long millis, int site) throws InterruptedException {
        return millis >= 0 && slept(saturatedNanos(millis, 0), site);
    }

    /** At the start of {@code Thread.sleep(millis, nanos)}, where sleeping has no deeper Java method; true if done. */
    public static boolean sleptNanos(long millis, int nanos, int site) throws InterruptedException {
        return millis >= 0 && nanos >= 0 && nanos <= 999_999 && slept(saturatedNanos(millis, nanos), site);
    }

    /** At the start of {@code Thread.sleep(duration)}, where sleeping has no deeper Java method; true if done. */
    public static boolean sleptDuration(Duration duration, int site) throws InterruptedException {
        return slept(Math.max(0L, saturatedNanos(duration)), site);
    }

    /** In place of {@code Thread.yield()}. */
    public static void yield(int site) {
        if (!paused(site)) {
            Thread.yield();
        }
    }

    /** In place of {@code Thread.onSpinWait()}. */
    public static void onSpinWait(int site) {
        if (!paused(site)) {
            Thread.onSpinWait();
        }
    }

    private static boolean paused(int site) {
        if (!Control.enter()) {
            return false;
        }
        try {
            Control.controller().pause(site);
        } finally {
            Control.leave();
        }
        return true;
    }

    /** In place of {@code Thread.onSpinWait()} and {@code yield()} in JDK classes. */
    public static void pauseInJdk(int site) {
        if (!Control.enter()) {
            Thread.onSpinWait();
            return;
        }
        try {
            Control.controller().pauseInJdk(site);
        } finally {
            Control.leave();
        }
    }

    // ---- time ----

    /** In place of {@code System.nanoTime()}. */
    public static long nanoTime() {
        if (!Control.enter()) {
            return System.nanoTime();
        }
        try {
            return Control.controller().nanoTime();
        } finally {
            Control.leave();
        }
    }

    /** In place of {@code System.currentTimeMillis()}. */
    public static long currentTimeMillis() {
        if (!Control.enter()) {
            return System.currentTimeMillis();
        }
        try {
            return Control.controller().epochNanos() / NANOS_PER_MILLI;
        } finally {
            Control.leave();
        }
    }

    /** After {@code VM.getNanoTimeAdjustment(offsetSeconds)} in {@code java.time}: the result, or the virtual one. */
    public static long nanoTimeAdjustment(long offsetSeconds, long real) {
        if (!Control.enter()) {
            return real;
        }
        try {
            return Control.controller().epochNanos() - offsetSeconds * NANOS_PER_SECOND;
        } finally {
            Control.leave();
        }
    }

    // ---- what the JDK keeps for the whole JVM ----

    /** After the read of the static common pool in {@code java.util.concurrent}. */
    public static @Nullable Object commonPool(@Nullable Object real) {
        if (!Control.enter()) {
            return real;
        }
        try {
            return Control.controller().commonPool();
        } finally {
            Control.leave();
        }
    }

    /** In place of {@code ForkJoinPool.getCommonPoolParallelism()}: the pool of the execution has its own. */
    public static int commonParallelism(int real) {
        Object pool = commonPool(null);
        return pool == null ? real : ((ForkJoinPool) pool).getParallelism();
    }

    /** After the read of CompletableFuture's static timer. */
    public static @Nullable ScheduledExecutorService delayer(@Nullable ScheduledExecutorService real) {
        if (!Control.enter()) {
            return real;
        }
        try {
            return Control.controller().delayer();
        } finally {
            Control.leave();
        }
    }

    /** After the question whether virtual threads may be continuations: not under control. */
    public static boolean continuationsSupported(boolean real) {
        return real && !Control.isControlled();
    }

    /** At the start of {@code SecureRandom.nextBytes}; true if it is done. */
    public static boolean nextBytes(byte @Nullable [] bytes) {
        if (bytes == null || !Control.enter()) {
            return false;
        }
        try {
            Control.controller().nextBytes(bytes);
        } finally {
            Control.leave();
        }
        return true;
    }

    /** After the read of a generator's static seed. */
    public static AtomicLong seedSource(AtomicLong real) {
        if (!Control.enter()) {
            return real;
        }
        try {
            return Control.controller().seedSource();
        } finally {
            Control.leave();
        }
    }

    /** At the start of class loading, linking and initialisation, which must not be interrupted by a choice. */
    public static void enterAtomic() {
        if (Control.enter()) {
            Control.controller().enterAtomic();
            Control.leave();
        }
    }

    /** At the end of what {@link #enterAtomic} began, normal or not. */
    public static void leaveAtomic() {
        if (Control.enter()) {
            Control.controller().leaveAtomic();
            Control.leave();
        }
    }

    /** At the start of {@code Runtime.exit} and {@code halt}. Returns only outside control. */
    public static void exit(int status) {
        if (Control.enter()) {
            try {
                Control.controller().exit(status);
            } finally {
                Control.leave();
            }
        }
    }

    private static long saturatedNanos(long millis, int nanos) {
        return millis >= Long.MAX_VALUE / NANOS_PER_MILLI - 1 ? Long.MAX_VALUE : millis * NANOS_PER_MILLI + nanos;
    }

    private static long saturatedNanos(Duration duration) {
        long seconds = duration.getSeconds();
        if (seconds >= Long.MAX_VALUE / NANOS_PER_SECOND - 1) {
            return Long.MAX_VALUE;
        }
        return seconds < 0 ? seconds : seconds * NANOS_PER_SECOND + duration.getNano();
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
