package dev.jcoyote.scheduler;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What threads outside control do to controlled ones: kept until who holds the baton takes it in. */
public final class OutsideEvents {
    /** What is to be done, which says whether it changed anything; and who does it. */
    private record Event(BooleanSupplier action, String source) {}

    /** How soon a thread that waits on another monitor sees an event. */
    private static final long GATE_MILLIS = 5;

    private static final long MOST_NANOS_A_WAIT = 10 * GATE_MILLIS * 1_000_000L;

    private final List<Event> waiting = new ArrayList<>();
    private final Map<String, Integer> sources = new LinkedHashMap<>();
    private final Set<Object> monitors = Collections.newSetFromMap(new IdentityHashMap<>());
    private volatile boolean pending;

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
        String source = Thread.currentThread().getName() + " at " + programFrame();
        synchronized (this) {
            waiting.add(new Event(action, source));
            pending = true;
            notifyAll();
        }
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
            if (event.action().getAsBoolean()) {
                synchronized (this) {
                    sources.merge(event.source(), 1, Integer::sum);
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
                    gate.wait(GATE_MILLIS);
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
