package dev.jcoyote.benchmarks.corpus;

import java.util.StringJoiner;

/**
 * One search for a program's bug.
 *
 * @param program the program's name
 * @param strategy the strategy, with the depth of PCT after a colon where one was asked for
 * @param seed the exploration's seed
 * @param limit how many executions it might run at most
 * @param executions how many it ran, up to the first that failed
 * @param found whether one failed
 */
record Trial(String program, String strategy, long seed, int limit, int executions, boolean found) {
    private static final String FOUND = "found";

    /** The trial as one line of text. */
    String line() {
        return new StringJoiner("\t")
                .add(program)
                .add(strategy)
                .add(Long.toString(seed))
                .add(Integer.toString(limit))
                .add(Integer.toString(executions))
                .add(found ? FOUND : "passed")
                .toString();
    }

    /** The trial of a line. */
    static Trial of(String line) {
        String[] parts = line.split("\t", -1);
        return new Trial(
                parts[0],
                parts[1],
                Long.parseLong(parts[2]),
                Integer.parseInt(parts[3]),
                Integer.parseInt(parts[4]),
                parts[5].equals(FOUND));
    }

    /** Whether this is the answer to the other's question. */
    boolean answers(String otherProgram, String otherStrategy, long otherSeed, int otherLimit) {
        return program.equals(otherProgram)
                && strategy.equals(otherStrategy)
                && seed == otherSeed
                && (limit == otherLimit || (found && executions <= otherLimit));
    }
}
