package dev.jcoyote.scheduler;

import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.Operation;
import org.jspecify.annotations.Nullable;

/** What the scheduler knows of one thread of the execution. Belongs to who holds the baton. */
public final class ControlledThread {
    /** Why a blocked thread goes on. */
    public enum Wake {
        /** It does not, or was not blocked. */
        NONE,
        /** What it waited for has come. */
        GRANTED,
        /** Its time is up. */
        TIMEOUT,
        /** It was interrupted. */
        INTERRUPT
    }

    /** The deadline of a wait without one. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final String MAIN = "main";

    final int id;
    final Thread thread;
    final @Nullable ControlledThread parent;
    final int numberOfParent;
    final int pathHash;
    final boolean daemon;
    final Operation operation;

    /** The position in the enabled set, or -1. */
    int enabledPosition = -1;

    /** What this thread adds to the hash of the enabled set while it is in it. */
    int enabledHash;

    /** The position in the one timer heap that this thread is in, or -1. */
    int timerPosition = -1;

    /** When the wait ends, in virtual nanoseconds, or {@link #NEVER}. */
    long deadline = NEVER;

    boolean blocked;

    /** Not done, and can go on by itself: enabled, running, or waiting with a deadline. */
    boolean active;

    boolean done;
    boolean begun;
    int children;

    /** Yields and spin hints, as {@link IdleThreads} counts them. */
    int yields;

    /** Operations in a row that changed nothing, as {@link IdleThreads} counts them. */
    int looks;

    /** What one of them looked at, and how often the thread has looked at it again since. */
    long lookedAt;

    int looksAgain;

    /** Counts what swallows {@link ExecutionAbandoned}, up to the limit of {@link Unwinder}. */
    int abandonments;

    boolean leaked;

    /** Who ends a wait of this thread before its time: knows the lists that the thread is in. */
    @Nullable
    Waker waker;

    /** Set by who resumes this thread, cleared by itself. The only field that is not the baton's. */
    public volatile boolean turn;

    /** What the engine keeps of it, if it runs the thread's body itself. */
    public @Nullable Object fiber;

    /** Whether others run on top of its stack, because the JVM could not suspend it. */
    public boolean pinned;

    /** The monitor that this thread has claimed and must give up while it is suspended; null for none. */
    public @Nullable Object gateMonitor;

    /** The permit of {@code LockSupport}. */
    public boolean permit;

    /** The interrupt flag. */
    public boolean interrupted;

    /** Whether an interrupt ends the wait that this thread is in. */
    public boolean interruptible;

    /** The position among those who contend for the same monitor, or -1. */
    public int contenderPosition = -1;

    /** Why it goes on after a wait. */
    public Wake wake = Wake.NONE;

    /** What it waits for: a monitor, a park blocker or a thread; null when not blocked or not known. */
    public @Nullable Object waitsFor;

    /** The first thread that waits for this one's end; the others follow by {@link #nextJoiner}. */
    public @Nullable ControlledThread firstJoiner;

    /** See {@link #firstJoiner}. */
    public @Nullable ControlledThread nextJoiner;

    /** Whether it is inside a call that waits for the world outside, and others run. Belongs to who holds the baton. */
    public boolean isAway;

    /** How many static initialisers of the program it is in. */
    public int initializing;

    /** How many regions are open in which no other thread is chosen. */
    public int atomicDepth;

    /** How many monitors it holds that it entered in classes of the JDK. */
    public int jdkMonitors;

    /** Spin hints of JDK code since the thread began. */
    public int spins;

    /** The last position in the program's own code. */
    public int lastSite = Sites.UNKNOWN;

    /** The name in files, made when it is asked for. */
    private @Nullable String path;

    /**
     * Creates it.
     *
     * @param parent who starts it; null for the main thread
     * @param number which of the threads that the parent starts it is, from 1
     */
    ControlledThread(int id, Thread thread, @Nullable ControlledThread parent, int number) {
        this.id = id;
        this.thread = thread;
        this.parent = parent;
        this.numberOfParent = number;
        this.pathHash = parent == null ? MAIN.hashCode() : hash(parent.pathHash * 31 + '.', number);
        this.daemon = thread.isDaemon();
        this.operation = new Operation(id);
    }

    /** The number, from 0 in order of start. */
    public int id() {
        return id;
    }

    /** The program's thread object. */
    public Thread thread() {
        return thread;
    }

    /** The name in files: {@code main}, {@code main.1}, {@code main.1.2} by order of start. */
    public String path() {
        String known = path;
        if (known == null) {
            known = parent == null ? MAIN : parent.path() + "." + numberOfParent;
            path = known;
        }
        return known;
    }

    /** The hash of a text that a number is appended to, from that of the text. */
    private static int hash(int text, int number) {
        int digits = number < 10 ? text : hash(text, number / 10);
        return digits * 31 + '0' + number % 10;
    }

    /** The operation that it comes to next. */
    public Operation operation() {
        return operation;
    }

    /** Whether it has been chosen, or waits to be, for the first time. */
    public boolean begun() {
        return begun;
    }

    /** Whether it was given up: it swallowed what should unwind it, or does not come back. */
    public boolean isLeaked() {
        return leaked;
    }

    /** Whether its body has ended. */
    public boolean isDone() {
        return done;
    }

    /** Whether it waits for something, with its operation disabled. */
    public boolean isBlocked() {
        return blocked;
    }

    /** Whether its wait has a deadline. */
    public boolean isTimed() {
        return deadline != NEVER;
    }

    /** Ends the wait that this blocked thread is in. */
    public void endWait(Wake reason) {
        if (waker == null) {
            throw new IllegalStateException(this + " waits, but nobody can end its wait");
        }
        waker.wake(this, reason);
    }

    /** How people call it: its name, if it has one, and its path where that differs. */
    public String label() {
        String name = thread.getName();
        return name.isEmpty() || name.equals(path()) ? path() : name + " (" + path() + ")";
    }

    @Override
    public String toString() {
        return label();
    }
}
