package dev.jcoyote;

/**
 * What PCT's theorem says of the executions that were run: each finds a bug of that depth with a probability of at least
 * 1/(n·k<sup>d−1</sup>).
 *
 * @param executions how many executions PCT chose
 * @param depth the depth <i>d</i>: how many ordering constraints the bug needs
 * @param threads the number <i>n</i> of threads, the greatest of all executions
 * @param decisions the number <i>k</i> of choices, the greatest of all executions
 */
public record PctBound(int executions, int depth, int threads, int decisions) {
    /** With what probability at most all of these executions miss such a bug. */
    public double missed() {
        double found = 1 / (Math.max(1, threads) * Math.pow(Math.max(1, decisions), depth - 1));
        return Math.pow(1 - found, executions);
    }
}
