package dev.jcoyote.agent;

/** What is rewritten in a class of the JDK. */
enum JdkFeature {
    /** The entries of LockSupport. */
    LOCK_SUPPORT,
    /** The methods of Thread. */
    THREAD,
    /** The {@code run()} of threads. */
    BODY,
    /** Class loading and linking, as one step. */
    LINKING,
    /** The end of the JVM. */
    EXIT,
    /** The choice between the two kinds of virtual threads. */
    VIRTUAL_THREADS,
    /** Monitors, waits, parks, sleeps and the clock. */
    BLOCKING,
    /** Calls of collections by other collections, which may be inside a monitor and enter a second one. */
    NESTED,
    /** Native calls that may wait for other processes and machines. */
    OUTSIDE,
    /** Accesses that order memory, through which programs synchronise. */
    ORDERED,
    /** The pools in static fields. */
    POOLS,
    /** The seeds in static fields. */
    SEEDS,
    /** What belongs to the thread that carries the current one. */
    CARRIER,
    /** An iteration order that each JVM draws. */
    ORDER,
    /** Questions for hash codes. */
    HASHES,
    /** The clock and secure random bytes, and nothing else. */
    VALUES
}
