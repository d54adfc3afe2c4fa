package dev.jcoyote;

import org.jspecify.annotations.Nullable;

/**
 * What tells when to stop: how much that is new the executions still find.
 *
 * @param counted of how many executions the graphs are known: all of them, unless there are more than a million
 * @param graphs how many different happens-before graphs these had: executions with the same one differ only in the order of
 *     operations that do not conflict
 * @param recent how many of the counted executions are the last ones: half of them, at most a thousand
 * @param recentNew how many of the last ones had a graph that no earlier one had
 * @param unseen the probability that one more execution has a graph that none had, as Good and Turing estimate it: the share
 *     of those executions whose graph was seen once; 0 if none was counted
 * @param linePairs how many pairs of different source lines were seen to conflict in two threads
 * @param linePairsInBothOrders how many of these pairs were seen in both orders
 * @param pct what PCT's executions guarantee; null if there was none
 */
public record SearchStatistics(
        int counted,
        int graphs,
        int recent,
        int recentNew,
        double unseen,
        int linePairs,
        int linePairsInBothOrders,
        @Nullable PctBound pct) {
    /** Those of no execution. */
    public static final SearchStatistics NONE = new SearchStatistics(0, 0, 0, 0, 0, 0, 0, null);
}
