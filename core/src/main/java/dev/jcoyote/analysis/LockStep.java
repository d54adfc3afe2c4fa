package dev.jcoyote.analysis;

/**
 * What one thread of a potential deadlock does: it takes a lock at one site while it holds one that it took at another.
 *
 * @param thread the thread's number
 * @param heldSite where it took the last lock that it holds, a row of {@link dev.jcoyote.bridge.Sites}
 * @param site where it takes the next one
 */
public record LockStep(int thread, int heldSite, int site) {}
