package dev.jcoyote.schedule;

/**
 * One choice among two or more options.
 *
 * @param step the number of the scheduling point, from 1; strictly increasing for threads, the same step may carry
 *     value choices
 * @param kind what was chosen
 * @param thread the path of the thread that was chosen, or that a value was chosen for: {@code main.2}
 * @param value the value that was chosen, from 0; 0 for a choice of thread
 * @param bound how many values there were; 0 for a choice of thread
 * @param operation what the thread does there: an operation's name and, where there is one, its target, as in
 *     {@code CALL ConcurrentHashMap.put}
 * @param site where, as in {@code com.example.Account.withdraw:12}
 * @param enabledHash a {@linkplain #shortHash hash} of the enabled threads and their operations
 */
public record Decision(
        int step, Kind kind, String thread, int value, int bound, String operation, String site, int enabledHash) {
    /** Shortens the hash. */
    public Decision {
        enabledHash = shortHash(enabledHash);
    }

    /** What a decision chooses. */
    public enum Kind {
        /** The thread that goes next. */
        THREAD,
        /** The waiter that a notify wakes: a position in their order of arrival. */
        NOTIFY,
        /** The thread whose timed wait ends: it goes on when it is chosen next. */
        TIMEOUT,
        /** Whether the wait that the thread has come to ends without a reason: the last value says yes. */
        WAKEUP,
        /** The value that the test body has asked for. */
        VALUE;

        /** Whether a thread was chosen from the enabled set, and no value. */
        public boolean isThread() {
            return this == THREAD || this == TIMEOUT;
        }
    }

    /** Both halves of a hash in one of 16 bits: a decision has no more room, and those that follow tell too. */
    public static int shortHash(int hash) {
        return (hash ^ (hash >>> 16)) & 0xFFFF;
    }
}
