package dev.jcoyote.scheduler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What threads outside control do to controlled ones: kept until who holds the baton takes it in. */
public final class OutsideEvents {
    private final List<Runnable> waiting = new ArrayList<>();
    private final Map<String, Integer> sources = new LinkedHashMap<>();
    private volatile boolean pending;

    /** Adds what is to be done; called by a thread outside control, whose name and stack are kept for the result. */
    public synchronized void offer(Runnable event) {
        waiting.add(event);
        pending = true;
        sources.merge(Thread.currentThread().getName() + " at " + programFrame(), 1, Integer::sum);
        notifyAll();
    }

    boolean isPending() {
        return pending;
    }

    void takeIn() {
        List<Runnable> taken;
        synchronized (this) {
            taken = new ArrayList<>(waiting);
            waiting.clear();
            pending = false;
        }
        for (Runnable event : taken) {
            event.run();
        }
    }

    /** Waits until there is an event, in real time; returns whether there is one. */
    synchronized boolean await(long millis) {
        long end = System.nanoTime() + millis * 1_000_000L;
        while (!pending) {
            long left = (end - System.nanoTime()) / 1_000_000L;
            if (left <= 0) {
                return false;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                return pending;
            }
        }
        return true;
    }

    /** Who the events came from, as {@code thread at frame}, with their numbers; empties the list. */
    public synchronized Map<String, Integer> drainSources() {
        Map<String, Integer> drained = new LinkedHashMap<>(sources);
        sources.clear();
        return drained;
    }

    synchronized void clear() {
        waiting.clear();
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
