package dev.jcoyote.examples.e06visits;

/** Counts the visits of a page. */
final class Visits {
    private int count;

    /**
     * Counts a visit.
     *
     * <p>The bug: to increment is to read and then to write, and another thread may do the same in between.
     */
    void visit() {
        count++;
    }

    /** Counts a visit, one at a time. */
    synchronized void visitAlone() {
        count++;
    }

    /** How many visits were counted. */
    synchronized int count() {
        return count;
    }
}
