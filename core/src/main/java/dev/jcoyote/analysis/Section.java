package dev.jcoyote.analysis;

/** A thread holds a monitor or a lock: from a step on until a later one. */
public final class Section {
    final int thread;
    final int lock;
    final int resource;
    final int from;
    final int site;
    final boolean isMonitor;
    int to = Integer.MAX_VALUE;
    boolean isReleased;

    Section(int thread, int lock, int resource, int from, int site, boolean isMonitor) {
        this.thread = thread;
        this.lock = lock;
        this.resource = resource;
        this.from = from;
        this.site = site;
        this.isMonitor = isMonitor;
    }

    /** Who holds it. */
    public int thread() {
        return thread;
    }

    /** A number of the lock, for comparison with others; that of a read lock is odd. */
    public int lock() {
        return lock;
    }

    /** The lock, or the object whose monitor it is. */
    public int resource() {
        return resource;
    }

    /** The step that takes it. */
    public int from() {
        return from;
    }

    /** The step that leaves it; {@code Integer.MAX_VALUE} if the execution ends before. */
    public int to() {
        return to;
    }

    /** The code position at which it is taken. */
    public int site() {
        return site;
    }

    /** Whether it is a monitor, and not a lock of java.util.concurrent. */
    public boolean isMonitor() {
        return isMonitor;
    }
}
