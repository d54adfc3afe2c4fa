package dev.jcoyote.scheduler;

import dev.jcoyote.operation.Operation;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a blocked thread waits for, as far as it can be known.
 *
 * @param kind what would have to happen
 * @param object the name of the object that it is about; of a thread its label; empty if there is none
 * @param resource the number of that object; {@code Operation.NO_RESOURCE} if it has none
 * @param call the JDK's method that the program has called, as in {@code CountDownLatch.await}; empty if it is none
 * @param amount how many permits are left, or how often it is still to be counted down; {@link #UNKNOWN} for others
 * @param at where in the program it waits; null if no code of the program does
 * @param holders the threads that have it; empty if none has, or if that cannot be known
 */
public record Wait(
        Kind kind,
        String object,
        int resource,
        String call,
        int amount,
        @Nullable StackTraceElement at,
        List<Holder> holders) {
    /** An amount that is not known. */
    public static final int UNKNOWN = -1;

    /** What would have to happen for the thread to go on. */
    public enum Kind {
        /** Its owner leaves the monitor. */
        MONITOR("waits for the monitor of %s"),
        /** Its owner leaves the monitor, which the thread gave up to wait for a notification that has come. */
        MONITOR_AGAIN("waits to take back the monitor of %s"),
        /** Another thread ends the initialisation of the class. */
        INITIALIZATION("waits for the initialisation of class %s"),
        /** {@code notify} or {@code notifyAll}. */
        NOTIFICATION("waits to be notified on %s"),
        /** {@code signal} or {@code signalAll}. */
        SIGNAL("waits to be signalled on %s"),
        /** The other thread ends. */
        END("waits for the end of %s"),
        /** Time goes by. */
        TIME("sleeps"),
        /** Its owner unlocks the lock. */
        LOCK("waits for the lock %s"),
        /** A permit is released. */
        PERMIT("waits for a permit of %s"),
        /** It is counted down to 0. */
        COUNT("waits for %s to be counted down"),
        /** An element is put in. */
        ELEMENT("waits for an element of %s"),
        /** An element is taken out. */
        ROOM("waits for room in %s"),
        /** Another thread takes what this one hands over, or hands over what this one takes. */
        PARTNER("waits for another thread at %s"),
        /** It is completed. */
        RESULT("waits for %s to be completed"),
        /** The other parties arrive. */
        PARTIES("waits for the other parties at %s"),
        /** {@code LockSupport.unpark}. */
        UNPARK("is parked"),
        /** A thread of a pool or a timer is given something to do. */
        WORK("has nothing to do"),
        /** It is not known. */
        OTHER("is parked, waiting for %s");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /**
     * A thread that has what another one waits for.
     *
     * @param path its name in files
     * @param label its name for people
     * @param what the name of what it has; empty if that is its own end
     * @param resource the number of what it has; {@code Operation.NO_RESOURCE} if that has none
     * @param takenAt where it took it; null if that is not known
     * @param ended whether it has ended
     */
    public record Holder(
            String path,
            String label,
            String what,
            int resource,
            @Nullable StackTraceElement takenAt,
            boolean ended) {
        private Holder named(IntFunction<String> names) {
            return resource == Operation.NO_RESOURCE
                    ? this
                    : new Holder(path, label, names.apply(resource), resource, takenAt, ended);
        }
    }

    /** Copies the holders. */
    public Wait {
        holders = List.copyOf(holders);
    }

    /** The same with other names of the objects: those of their numbers. Threads and classes keep theirs. */
    public Wait named(IntFunction<String> names) {
        boolean keeps = resource == Operation.NO_RESOURCE || kind == Kind.END || kind == Kind.INITIALIZATION;
        return keeps
                ? this
                : new Wait(
                        kind,
                        names.apply(resource),
                        resource,
                        call,
                        amount,
                        at,
                        holders.stream().map(holder -> holder.named(names)).toList());
    }

    /** The thread's state in a few words, as in {@code waits for the monitor of Account#1}. */
    public String text() {
        String text = String.format(kind.words, object);
        return amount == UNKNOWN ? text : text + " (" + amount + " left)";
    }
}
