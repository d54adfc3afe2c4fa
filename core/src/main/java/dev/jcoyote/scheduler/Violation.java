package dev.jcoyote.scheduler;

/**
 * What an execution has done against a specification.
 *
 * @param text in one line
 * @param since the scheduling point since which the threads repeat themselves, from 1; {@link #NO_CYCLE} if they do not
 */
public record Violation(String text, int since) {
    /** The threads do not repeat themselves. */
    public static final int NO_CYCLE = 0;
}
