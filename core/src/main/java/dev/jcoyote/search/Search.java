package dev.jcoyote.search;

import org.jspecify.annotations.Nullable;

/** Decides which of the executions that are left comes next, choice by choice. */
public interface Search {
    /** There is no need to go on with this execution. */
    int REDUNDANT = -1;

    /** An execution begins. */
    void begin();

    /**
     * Chooses a thread from several.
     *
     * @return its number in this execution, or {@link #REDUNDANT}
     */
    int choose(Candidates candidates);

    /** A thread goes on, chosen or as the only one; what it comes to has that hash in every run. */
    void executed(int thread, int operation, boolean isChosen);

    /** Chooses a value, from 0 to the bound minus 1, for the step that is executed now. */
    int chooseValue(int bound);

    /** The execution is over. */
    void end();

    /** Whether nothing is left to explore. */
    boolean isExhausted();

    /** How many executions were run to their end. */
    long complete();

    /** Which part of the executions has been explored, from 0 to 1, as far as is known. */
    double explored();

    /** Why the search cannot be trusted to have seen all, as a sentence; null if it can. */
    @Nullable
    String problem();
}
