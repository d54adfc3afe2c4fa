package dev.jcoyote.strategy;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How much each member of a portfolio has run and found, and which share of the executions it gets for that. */
final class Shares {
    /** No member gets less: what finds little that is new may still find the bug. */
    private static final double LEAST = 0.1;

    /** The golden ratio's fraction: its multiples fill the unit interval more evenly than any other's (Weyl sequence). */
    private static final double STEP = 0.6180339887498949;

    private final int[] runs;
    private final GraphSample graphs;
    private final double[] shares;

    private Shares(int[] runs, GraphSample graphs) {
        this.runs = runs;
        this.graphs = graphs;
        shares = new double[runs.length];
        double sum = 0;
        for (int member = 0; member < runs.length; member++) {
            // One graph and one run on top: a member that has not run yet is taken to find something each time.
            shares[member] = (graphs.credit(member) + 1) / (runs[member] + 1);
            sum += shares[member];
        }
        for (int member = 0; member < runs.length; member++) {
            shares[member] = LEAST + (1 - LEAST * runs.length) * shares[member] / sum;
        }
    }

    /** Those of an exploration that has not begun. */
    static Shares none(int members) {
        return new Shares(new int[members], new GraphSample());
    }

    /** The member that chooses in that execution. */
    int member(int execution) {
        if (execution == 1) {
            return 0;
        }
        double point = execution * STEP % 1;
        int member = 0;
        while (member < shares.length - 1 && point >= shares[member]) {
            point -= shares[member++];
        }
        return member;
    }

    double share(int member) {
        return shares[member];
    }

    /** These after the executions up to that one, of the same epoch, the first of which has that number. */
    Shares after(int first, int last, GraphSample found) {
        int[] more = runs.clone();
        for (int execution = first; execution <= last; execution++) {
            more[member(execution)]++;
        }
        return new Shares(more, found);
    }

    GraphSample graphs() {
        return graphs;
    }

    /** What two parts of an epoch have learned together. */
    Shares join(Shares other) {
        int[] greatest = new int[runs.length];
        Arrays.setAll(greatest, member -> Math.max(runs[member], other.runs[member]));
        GraphSample both = graphs.copy();
        both.join(other.graphs);
        return new Shares(greatest, both);
    }

    /** The form that {@link #parse} takes back: the runs of each member, then the graphs; empty if nothing was run. */
    String text() {
        return Arrays.stream(runs).allMatch(count -> count == 0)
                ? ""
                : Arrays.stream(runs).mapToObj(Integer::toString).collect(Collectors.joining(",")) + "/"
                        + graphs.text();
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException if it is nothing that {@code text} writes
     */
    static Shares parse(String text, int members) {
        int slash = text.indexOf('/');
        int[] runs = Arrays.stream(text.substring(0, Math.max(0, slash)).split(",", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        if (runs.length != members || Arrays.stream(runs).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("There are " + members + " members");
        }
        return new Shares(runs, GraphSample.parse(text.substring(slash + 1), members));
    }
}
