package dev.jcoyote.strategy;

import dev.jcoyote.operation.Operation;

/** The enabled set at a scheduling point, in an order that depends on the execution's history alone. */
public interface Options {
    /** Answer of {@link #current} when the thread that ran last cannot go on. */
    int NONE = -1;

    /** How many threads are enabled, at least 1. */
    int size();

    /** The number of the enabled thread at the given position; threads count from 0 in order of their start. */
    int thread(int position);

    /** Whether that thread is enabled. */
    boolean contains(int thread);

    /** The pending operation of that thread. */
    Operation operation(int thread);

    /** Whether that thread goes on only because the time of its wait is up. */
    default boolean isExpiry(int thread) {
        return false;
    }

    /** The thread that ran last if it is enabled, else {@link #NONE}. Choosing another one is a preemption. */
    int current();

    /** The number of this scheduling point in the execution, from 1; points with one option count. */
    int step();

    /** The thread's name in files: {@code main}, {@code main.1} for its first child, {@code main.1.2}, and so on. */
    String path(int thread);

    /** A hash of the enabled threads and their pending operations, the same in every run. */
    int hash();
}
