package dev.jcoyote.scheduler;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What threads outside control do to controlled ones: kept until who holds the baton takes it in. */
public final class OutsideEvents {
    /** What is to be done, which says whether it changed anything; and who does it. */
    private record Event(BooleanSupplier action, @Nullable String source) {}

    /** How soon a thread that waits on another monitor sees an event. */
    private static final long GATE_MILLIS = 5;

    private static final long MOST_NANOS_A_WAIT = 10 * GATE_MILLIS * 1_000_000L;

    private final List<Event> waiting = new ArrayList<>();
    private final Map<String, Integer> sources = new LinkedHashMap<>();
    private final Set<Object> monitors = Collections.newSetFromMap(new IdentityHashMap<>());
    private volatile boolean pending;

    /** Whether nobody has the baton: then the watcher takes the next event in. */
    private boolean idle;

    private long idleSince;

    private @Nullable Thread watcher;

    /** Called by a thread outside control that enters that monitor. */
    public synchronized void entered(Object monitor) {
        monitors.add(monitor);
    }

    /** Whether such a thread has entered a monitor of which that is true, since the execution began. */
    public synchronized boolean hasEntered(Predicate<Object> question) {
        // Any of them will do, whatever the order.
        return monitors.stream().anyMatch(question);
    }

    /**
     * Adds what is to be done; called by a thread outside control, whose name and stack are kept for the result.
     *
     * @param action what is to be done; returns whether it changed anything for a controlled thread
     */
    public void offer(BooleanSupplier action) {
        offer(new Event(action, Thread.currentThread().getName() + " at " + programFrame()));
    }

    /** Adds the return of a controlled thread from a call, which is no concern of the result. */
    void offerReturn(Runnable action) {
        offer(new Event(
                () -> {
                    action.run();
                    return true;
                },
                null));
    }

    private void offer(Event event) {
        synchronized (this) {
            waiting.add(event);
            pending = true;
            notifyAll();
            if (idle) {
                LockSupport.unpark(watcher);
            }
        }
    }

    synchronized void watchedBy(Thread watching) {
        watcher = watching;
    }

    /** From here on nobody has the baton, until {@link #leaveIdle}. */
    synchronized void becomeIdle() {
        idle = true;
        idleSince = System.nanoTime();
        if (pending) {
            LockSupport.unpark(watcher);
        }
    }

    synchronized boolean isIdle() {
        return idle;
    }

    synchronized long idleNanos() {
        return System.nanoTime() - idleSince;
    }

    /**
     * The caller takes the baton if nobody has it.
     *
     * @param always even if there is no event
     */
    synchronized boolean leaveIdle(boolean always) {
        boolean taken = idle && (pending || always);
        if (taken) {
            idle = false;
        }
        return taken;
    }

    boolean isPending() {
        return pending;
    }

    void takeIn() {
        List<Event> taken;
        synchronized (this) {
            taken = new ArrayList<>(waiting);
            waiting.clear();
            pending = false;
        }
        for (Event event : taken) {
            String source = event.source();
            if (event.action().getAsBoolean() && source != null) {
                synchronized (this) {
                    sources.merge(source, 1, Integer::sum);
                }
            }
        }
    }

    /**
     * Waits until there is an event, in real time; returns whether there is one.
     *
     * @param monitor a monitor that the caller owns in the JVM and must give up meanwhile, since a thread outside
     *     control can notify its waiters only then; null for none
     */
    boolean await(long millis, @Nullable Object monitor) {
        Object gate = monitor == null ? this : monitor;
        long left = millis * 1_000_000L;
        synchronized (gate) {
            while (!pending && left > 0) {
                long begin = System.nanoTime();
                try {
                    gate.wait(Math.min(GATE_MILLIS, 1 + left / 1_000_000L));
                } catch (InterruptedException e) {
                    return pending;
                }
                // A debugger that stops all threads stops those outside too: that time does not count.
                left -= Math.min(System.nanoTime() - begin, MOST_NANOS_A_WAIT);
            }
        }
        return pending;
    }

    /** Who the events came from, as {@code thread at frame}, with their numbers; empties the list. */
    public synchronized Map<String, Integer> drainSources() {
        Map<String, Integer> drained = new LinkedHashMap<>(sources);
        sources.clear();
        return drained;
    }

    synchronized void clear() {
        waiting.clear();
        monitors.clear();
        pending = false;
        idle = false;
    }

    private static String programFrame() {
        for (StackTraceElement frame : new Throwable().getStackTrace()) {
            String name = frame.getClassName();
            if (!name.startsWith("dev.jcoyote.") && !name.startsWith("java.") && !name.startsWith("jdk.")) {
                return frame.toString();
            }
        }
        return "an unknown place";
    }
}
