package dev.jcoyote.sync;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.operation.ResourceTable;
import dev.jcoyote.scheduler.ControlledThread;
import dev.jcoyote.scheduler.EventLog;
import dev.jcoyote.scheduler.ThreadRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/**
 * Who has taken what several threads can take at a time: semaphores, read locks and stamped locks, whose owners the JDK
 * does not know. Told from the calls in the log, and nothing where these leave it open.
 */
final class Takings {
    /**
     * A thread that has taken it.
     *
     * @param thread who
     * @param event the call by which it took it
     */
    record Taking(ControlledThread thread, int event) {}

    private final EventLog events;
    private final ResourceTable resources;
    private final ThreadRegistry threads;
    private final int[] counts;
    private final int[] calls;

    private Takings(EventLog events, ResourceTable resources, ThreadRegistry threads) {
        this.events = events;
        this.resources = resources;
        this.threads = threads;
        counts = new int[threads.size()];
        calls = new int[threads.size()];
        Arrays.fill(calls, -1);
    }

    /** Who has taken that object, or a read lock whose synchronizer it is; in order of the threads. */
    static List<Taking> of(Object object, EventLog events, ResourceTable resources, ThreadRegistry threads) {
        Takings takings = new Takings(events, resources, threads);
        return takings.find(object) ? takings.list() : List.of();
    }

    /** Whether it can be known. */
    private boolean find(Object object) {
        for (int event = 0; event < events.size(); event++) {
            if (events.kind(event) != OperationKind.CALL || !isAbout(events.resource(event), object)) {
                continue;
            }
            String target = Sites.target(events.site(event));
            String method = target.substring(target.lastIndexOf('.') + 1);
            int thread = events.thread(event);
            if (method.startsWith("try")) {
                if (!method.equals("tryOptimisticRead")) {
                    return false;
                }
            } else if (method.startsWith("unlock") || method.equals("release")) {
                if (counts[thread] == 0) {
                    // Whoever gives back what it has not taken uses it as a signal.
                    return false;
                }
                // How many permits are given back is not known: rather say too little.
                counts[thread] = method.equals("release") ? 0 : counts[thread] - 1;
            } else if (isTaking(method) && !isPending(thread, event)) {
                counts[thread]++;
                calls[thread] = event;
            }
        }
        return true;
    }

    private boolean isAbout(int resource, Object object) {
        if (resource == Operation.NO_RESOURCE) {
            return false;
        }
        Object touched = resources.object(resource);
        return touched instanceof ReentrantReadWriteLock.ReadLock lock
                ? Locks.synchronizerOf(lock) == object
                : touched == object && (object instanceof Semaphore || object instanceof StampedLock);
    }

    private static boolean isTaking(String method) {
        return method.startsWith("acquire")
                || method.startsWith("lock")
                || method.startsWith("readLock")
                || method.startsWith("writeLock");
    }

    /** Whether the thread is still inside that call. */
    private boolean isPending(int thread, int call) {
        ControlledThread caller = threads.get(thread);
        if (!caller.isBlocked() || caller.operation().kind() != OperationKind.PARK) {
            return false;
        }
        for (int event = call + 1; event < events.size(); event++) {
            if (events.thread(event) == thread && events.kind(event) != OperationKind.PARK) {
                return false;
            }
        }
        return true;
    }

    private List<Taking> list() {
        List<Taking> list = new ArrayList<>();
        for (int thread = 0; thread < counts.length; thread++) {
            if (counts[thread] > 0) {
                list.add(new Taking(threads.get(thread), calls[thread]));
            }
        }
        return list;
    }
}
