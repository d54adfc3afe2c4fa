package dev.jcoyote.bridge;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The {@linkplain Hooks hooks} at what threads do as threads: they start, end, are waited for, interrupted and asked
 * for their state, sleep, and give way.
 */
public final class ThreadLifeHooks {
    private ThreadLifeHooks() {}

    // ---- start and end ----

    /** In place of the native start of a thread. */
    public static void start(Thread thread) {
        if (Control.enter()) {
            try {
                if (Control.controller().starting(thread)) {
                    return;
                }
            } finally {
                Control.leave();
            }
        }
        NativeStart.start(thread);
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

    // ---- joins ----

    /** In place of {@code thread.join()}. */
    public static void join(Thread thread, int site) throws InterruptedException {
        if (!joined(thread, 0L, site)) {
            thread.join();
        }
    }

    /** In place of {@code thread.join(millis)}. */
    public static void joinMillis(Thread thread, long millis, int site) throws InterruptedException {
        if (millis < 0 || !joined(thread, Nanos.saturated(millis, 0), site)) {
            thread.join(millis);
        }
    }

    /** In place of {@code thread.join(millis, nanos)}. */
    public static void joinNanos(Thread thread, long millis, int nanos, int site) throws InterruptedException {
        if (millis < 0 || nanos < 0 || nanos > 999_999 || !joined(thread, Nanos.saturated(millis, nanos), site)) {
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
        return millis >= 0 && joined(thread, Nanos.saturated(millis, 0), site);
    }

    /** At the start of {@code Thread.join(Duration)}: 1 if it has ended, 0 if not, -1 if it is not under control. */
    public static int joinedDuration(Thread thread, Duration duration, int site) throws InterruptedException {
        long nanos = Nanos.saturated(duration);
        if (nanos > 0 && !joined(thread, nanos, site)) {
            return -1;
        }
        Thread.State state = state(thread);
        return state == null ? -1 : state == Thread.State.TERMINATED ? 1 : 0;
    }

    // ---- state ----

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

    /** At the start of {@code Thread.getStackTrace}: null if that thread is not under control, or is the caller. */
    public static StackTraceElement @Nullable [] stackTrace(Thread thread) {
        return thread == Thread.currentThread() ? null : controlledStack(thread);
    }

    private static StackTraceElement @Nullable [] controlledStack(Thread thread) {
        if (!Control.enter()) {
            return null;
        }
        try {
            return Control.controller().stackTrace(thread);
        } finally {
            Control.leave();
        }
    }

    /** After the JVM has told its live threads: those that the program can know. */
    public static Thread[] liveThreads(Thread[] real) {
        if (!Control.enter()) {
            return real;
        }
        try {
            return Control.controller().liveThreads(real);
        } finally {
            Control.leave();
        }
    }

    /** In place of the JVM's dump of the stacks of threads, whose real result is the second argument. */
    public static StackTraceElement[][] dumpedStacks(Thread[] threads, StackTraceElement[][] real) {
        for (int i = 0; i < threads.length; i++) {
            StackTraceElement[] stack = controlledStack(threads[i]);
            if (stack != null) {
                real[i] = stack;
            }
        }
        return real;
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

    // ---- interruption ----

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

    // ---- sleep ----

    /** In place of {@code Thread.sleep(millis)}. */
    public static void sleep(long millis, int site) throws InterruptedException {
        if (millis < 0 || !slept(Nanos.saturated(millis, 0), site)) {
            Thread.sleep(millis);
        }
    }

    /** In place of {@code Thread.sleep(millis, nanos)}. */
    public static void sleepNanos(long millis, int nanos, int site) throws InterruptedException {
        if (millis < 0 || nanos < 0 || nanos > 999_999 || !slept(Nanos.saturated(millis, nanos), site)) {
            Thread.sleep(millis, nanos);
        }
    }

    /** In place of {@code Thread.sleep(duration)}, which came with JDK 19. */
    public static void sleepDuration(Duration duration, int site) throws InterruptedException {
        long nanos = Nanos.saturated(duration);
        if (!slept(Math.max(0L, nanos), site) && nanos > 0) {
            Thread.sleep(nanos / Nanos.PER_MILLI, (int) (nanos % Nanos.PER_MILLI));
        }
    }

    /** In place of {@code unit.sleep(timeout)}. */
    public static void sleepUnit(TimeUnit unit, long timeout, int site) throws InterruptedException {
        if (timeout <= 0 || !slept(unit.toNanos(timeout), site)) {
            unit.sleep(timeout);
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

    /** At the start of {@code Thread.sleep(millis)}, where it is no native method; true if done. */
    public static boolean sleptMillis(long millis, int site) throws InterruptedException {
        return millis >= 0 && slept(Nanos.saturated(millis, 0), site);
    }

    /** At the start of {@code Thread.sleep(millis, nanos)}, where sleeping has no deeper Java method; true if done. */
    public static boolean sleptNanos(long millis, int nanos, int site) throws InterruptedException {
        return millis >= 0 && nanos >= 0 && nanos <= 999_999 && slept(Nanos.saturated(millis, nanos), site);
    }

    /** At the start of {@code Thread.sleep(duration)}, where sleeping has no deeper Java method; true if done. */
    public static boolean sleptDuration(Duration duration, int site) throws InterruptedException {
        return slept(Math.max(0L, Nanos.saturated(duration)), site);
    }

    // ---- giving way ----

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
}
