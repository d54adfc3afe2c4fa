package dev.jcoyote.explain.cause;

/**
 * Two steps of different threads whose order was turned round.
 *
 * @param before the earlier step of the execution that fails
 * @param after the later one
 */
record Flip(int before, int after) {}
