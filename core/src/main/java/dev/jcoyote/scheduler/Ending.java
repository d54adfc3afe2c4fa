package dev.jcoyote.scheduler;

/** Why an execution ended. */
public enum Ending {
    /** The body has returned, and no thread that counts can go on. */
    COMPLETED,
    /** An exception left the body or killed a thread. */
    EXCEPTION,
    /** Threads wait for what no one can give. */
    DEADLOCK,
    /** The limit on scheduling points was reached. */
    MAX_STEPS,
    /** An invariant does not hold. */
    INVARIANT,
    /** Something that must happen has not happened. */
    LIVENESS,
    /** The threads do not get on, although they run. */
    LIVELOCK,
    /** The test body wanted the execution to count for nothing. */
    SKIPPED,
    /** The strategy did not want to go on. */
    ABANDONED,
    /** The program called {@code System.exit}. */
    EXIT,
    /** No progress within the watchdog's limit. */
    TIMEOUT,
    /** The engine cannot go on with it as the JVM would: it counts for nothing, and is to be run on another engine. */
    UNFIT,
    /** The tool itself failed. */
    INTERNAL_ERROR
}
