package dev.jcoyote.analysis;

/** A data race as an execution showed it: two accesses of one place by two threads, one of them a write, and no order. */
public final class Sighting {
    private final int resource;
    private final int slot;
    private final int firstThread;
    private final int firstSite;
    private final boolean firstIsWrite;
    private final int firstEvent;
    private final int secondThread;
    private final int secondSite;
    private final boolean secondIsWrite;
    private final int secondEvent;
    private Evidence first = Evidence.NONE;
    private Evidence second = Evidence.NONE;

    Sighting(
            int resource,
            int slot,
            int firstThread,
            int firstSite,
            boolean firstIsWrite,
            int firstEvent,
            int secondThread,
            int secondSite,
            boolean secondIsWrite,
            int secondEvent) {
        this.resource = resource;
        this.slot = slot;
        this.firstThread = firstThread;
        this.firstSite = firstSite;
        this.firstIsWrite = firstIsWrite;
        this.firstEvent = firstEvent;
        this.secondThread = secondThread;
        this.secondSite = secondSite;
        this.secondIsWrite = secondIsWrite;
        this.secondEvent = secondEvent;
    }

    /** The object's number; 0 for a static field. */
    public int resource() {
        return resource;
    }

    /** The field or element, as in {@code Operation.slot}. */
    public int slot() {
        return slot;
    }

    /** The thread whose access came first. */
    public int firstThread() {
        return firstThread;
    }

    /** The code position of the first access. */
    public int firstSite() {
        return firstSite;
    }

    /** Whether the first access was a write. */
    public boolean firstIsWrite() {
        return firstIsWrite;
    }

    /** The thread whose access came second. */
    public int secondThread() {
        return secondThread;
    }

    /** The code position of the second access. */
    public int secondSite() {
        return secondSite;
    }

    /** Whether the second access was a write. */
    public boolean secondIsWrite() {
        return secondIsWrite;
    }

    /** Where the second thread stood. */
    public Evidence second() {
        return second;
    }

    /** Where the first thread stood; {@link Evidence#NONE} until a second run of the execution has shown it. */
    public Evidence first() {
        return first;
    }

    /** The number of the first access among all of its execution. */
    int firstEvent() {
        return firstEvent;
    }

    /** The number of the second access among all of its execution. */
    int secondEvent() {
        return secondEvent;
    }

    /** A second run has come to the first access. */
    void seeFirst(Evidence seen) {
        first = seen;
    }

    /** The thread goes on with the second access. */
    void seeSecond(Evidence seen) {
        second = seen;
    }
}
