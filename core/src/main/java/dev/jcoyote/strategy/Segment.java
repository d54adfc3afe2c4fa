package dev.jcoyote.strategy;

/**
 * A part of an execution in which one thread goes on.
 *
 * @param thread its path
 * @param until how many operations it has executed in all when it is left; {@link #BLOCKED} if it goes on as long as it can
 */
public record Segment(String thread, int until) {
    /** No thread executes so many operations. */
    public static final int BLOCKED = Integer.MAX_VALUE;

    /** Whether the thread is left although it could go on. */
    public boolean isCut() {
        return until != BLOCKED;
    }

    /** The same thread, for as long as it can. */
    public Segment uncut() {
        return new Segment(thread, BLOCKED);
    }
}
