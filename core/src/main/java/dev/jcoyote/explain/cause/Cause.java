package dev.jcoyote.explain.cause;

import java.util.List;

/**
 * Why an execution fails: the accesses whose order makes the difference.
 *
 * @param kind what kind of mistake it is
 * @param places the accesses in the order in which they happened: two or three, none if no other order was seen to help
 * @param text the cause in words, in lines of at most 80 columns
 * @param flips how many other orders were tried
 * @param passing how many of them passed
 */
public record Cause(Kind kind, List<Place> places, String text, int flips, int passing) {
    /** Copies the list. */
    public Cause {
        places = List.copyOf(places);
    }

    /** The kinds of mistakes. */
    public enum Kind {
        /** One access had to come before another, and did not. */
        ORDER,
        /** Another thread's access came between two that belong together. */
        ATOMICITY,
        /** Threads take locks in different orders. */
        LOCK_ORDER,
        /** A thread was notified before it waited. */
        LOST_WAKEUP,
        /** No single change of the order was seen to help. */
        NONE;

        /** The name in files. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One of the accesses.
     *
     * @param event its operation's position in the event log of the execution, or {@link #NOT_YET}
     * @param thread the label of its thread
     * @param site where it is, as {@code Account.withdraw(Account.java:14)}; empty if that is not known
     * @param target what it accesses, such as {@code Account.balance}; empty for monitors
     */
    public record Place(int event, String thread, String site, String target) {
        /** The thread has not come to the access when the execution fails. */
        public static final int NOT_YET = -1;
    }
}
