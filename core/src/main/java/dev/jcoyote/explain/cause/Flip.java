package dev.jcoyote.explain.cause;

/**
 * Two steps of different threads whose order was turned round.
 *
 * @param before the earlier step of the execution that fails
 * @param after the later one
 * @param isForced whether the later one's thread had to come first with all that it does until then, although some of that
 *     came after the earlier step for other reasons
 */
record Flip(int before, int after, boolean isForced) {
    Flip(int before, int after) {
        this(before, after, false);
    }
}
