package dev.jcoyote;

/**
 * Least, mean and greatest value of a count over the executions of an exploration.
 *
 * @param min the least; 0 if there was no execution
 * @param avg the mean, rounded to the nearest
 * @param max the greatest
 */
public record Range(long min, long avg, long max) {}
