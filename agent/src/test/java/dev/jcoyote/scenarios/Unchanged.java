package dev.jcoyote.scenarios;

/** What a thread must find after every switch as it was before: who it is, and what belongs to it. */
final class Unchanged {
    private static final ThreadLocal<Unchanged> LOCAL = new ThreadLocal<>();
    private static final InheritableThreadLocal<Object> INHERITED = new InheritableThreadLocal<>();

    private final Thread thread = Thread.currentThread();
    private final String name = thread.getName();
    private final Object inherited;
    private final boolean interrupted;
    private final boolean scoped = isScoped();
    private int stored;

    /**
     * Begins, for the calling thread.
     *
     * @param inherited what the thread that has created this one gave to its children
     * @param interrupted whether the thread has its interrupt flag set, and must keep it
     */
    Unchanged(Object inherited, boolean interrupted) {
        this.inherited = inherited;
        this.interrupted = interrupted;
        require(LOCAL.get() == null, "a new thread has no thread locals");
        LOCAL.set(this);
        if (interrupted) {
            thread.interrupt();
        }
        check();
    }

    /** Whether the scoped value is the thread. */
    private boolean isScoped() {
        try {
            return ScopedValues.isValue(thread);
        } catch (Throwable unbound) {
            return false;
        }
    }

    /** What the threads that the caller creates inherit. */
    static Object bequeath() {
        Object value = new Object();
        INHERITED.set(value);
        return value;
    }

    /** To be called after a switch. */
    void check() {
        Thread current = Thread.currentThread();
        require(current == thread, "the thread has its identity");
        require(current.getName().equals(name), "the thread has its name");
        require(LOCAL.get() == this, "the thread has its thread local");
        require(INHERITED.get() == inherited, "the thread has what it inherited");
        require(!scoped || isScoped(), "the thread has its scoped value");
        require(current.isInterrupted() == interrupted, "the thread has its interrupt flag");
    }

    /** Like {@link #check}, of a thread that holds that monitor. */
    void checkHeld(Object monitor) {
        check();
        require(Thread.holdsLock(monitor), "the thread holds its monitor");
    }

    /** A store that must be there after the switch that follows it. */
    void store(int value) {
        stored = value;
    }

    /** See {@link #store}. */
    void checkStored(int value) {
        require(stored == value, "what was stored before the switch is there");
    }

    /** Fails unless it holds. */
    static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("Not so after a switch: " + what);
        }
    }
}
