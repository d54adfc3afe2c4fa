package dev.jcoyote.explain.minimize;

import dev.jcoyote.strategy.Plan;

/**
 * The simplest execution found that fails in the same way.
 *
 * @param plan what repeats it
 * @param preemptions how often a thread is interrupted in it that could have gone on
 * @param switches how often another thread goes on
 * @param steps how many operations it has
 * @param isFewest whether all executions with fewer preemptions were tried, as far as they differ
 * @param isCut whether the budget ended the search for a simpler one
 * @param executions how many executions were run to find it
 */
public record Minimized(
        Plan plan, int preemptions, int switches, int steps, boolean isFewest, boolean isCut, int executions) {}
