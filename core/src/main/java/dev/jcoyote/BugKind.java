package dev.jcoyote;

/** What is wrong in a buggy execution. */
public enum BugKind {
    /** Threads wait for what no one can give. */
    DEADLOCK("deadlock"),
    /** An assertion failed. */
    ASSERTION("assertion"),
    /** An exception left the test body or killed a thread. */
    EXCEPTION("exception"),
    /** Two accesses of the same memory that nothing orders, and the configuration calls that a bug. */
    RACE("race"),
    /** An invariant does not hold. */
    INVARIANT("invariant"),
    /** Something that must happen has not happened. */
    LIVENESS("liveness"),
    /** The threads do not get on, although they run. */
    LIVELOCK("livelock"),
    /** A thread made no progress within the watchdog's limit. */
    TIMEOUT("timeout"),
    /** The execution has more scheduling points than allowed, and the configuration calls that a bug. */
    MAX_STEPS("max-steps");

    private final String id;

    BugKind(String id) {
        this.id = id;
    }

    /** The name in files and on the command line. */
    public String id() {
        return id;
    }
}
