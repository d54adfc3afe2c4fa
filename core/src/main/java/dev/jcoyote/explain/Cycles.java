package dev.jcoyote.explain;

import dev.jcoyote.scheduler.EventLog;
import dev.jcoyote.scheduler.ThreadRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells what each thread does over and over: one round of it and how often it came. */
public final class Cycles {
    /** Of each thread so many of its last operations are looked at. */
    private static final int LOOKED_AT = 2_000;

    /** A round is one if it comes so often in a row. */
    private static final int ROUNDS = 3;

    /** All but one of so many are nearly all. */
    private static final int NEARLY_ALL = 10;

    private final EventLog events;
    private final ThreadRegistry threads;
    private final Interleaving lines;

    /** Tells of that execution. */
    public Cycles(EventLog events, ThreadRegistry threads, Interleaving lines) {
        this.events = events;
        this.threads = threads;
        this.lines = lines;
    }

    /** The threads that have run from that step on, counted from 1. */
    public String text(int since) {
        StringBuilder text = new StringBuilder();
        for (int thread = 0; thread < threads.size(); thread++) {
            List<Integer> own = ownFrom(thread, since - 1);
            if (!own.isEmpty()) {
                text.append(text.length() == 0 ? "" : "\n").append(ofThread(thread, own));
            }
        }
        return text.toString();
    }

    private String ofThread(int thread, List<Integer> own) {
        String label = threads.get(thread).label();
        int period = period(own);
        if (period == 0) {
            return label + " did nothing but this in its last " + Math.min(own.size(), LOOKED_AT)
                    + " operations, in no fixed order:\n"
                    + lines(distinct(own));
        }
        int repeated = repeated(own, period);
        int begin = own.size() - repeated;
        return label + " did this " + repeated / period + " times in a row, until the execution was ended:\n"
                + lines(own.subList(begin, begin + period).stream()
                        .map(lines::operation)
                        .toList());
    }

    private static String lines(List<String> operations) {
        return operations.stream().map(line -> "    " + line + "\n").collect(Collectors.joining());
    }

    /** Its events, in order. */
    private List<Integer> ownFrom(int thread, int from) {
        List<Integer> own = new ArrayList<>();
        for (int event = from; event < events.size(); event++) {
            if (events.thread(event) == thread) {
                own.add(event);
            }
        }
        return own;
    }

    /** How many of the last events are rounds of that length. */
    private int repeated(List<Integer> own, int period) {
        int first = own.size() - period;
        while (first > 0 && isSame(own.get(first - 1), own.get(first - 1 + period))) {
            first--;
        }
        return own.size() - first;
    }

    /**
     * How many events are a round: as few as possible, if these rounds are nearly all that was looked at; else as many as
     * repeat for longest. 0 if there is none.
     */
    private int period(List<Integer> own) {
        List<Integer> looked = own.subList(Math.max(0, own.size() - LOOKED_AT), own.size());
        int best = 0;
        int longest = 0;
        for (int period = 1; period * ROUNDS <= looked.size(); period++) {
            int repeated = repeated(looked, period);
            if (repeated >= period * ROUNDS && repeated > longest) {
                best = period;
                longest = repeated;
                if (repeated >= looked.size() - looked.size() / NEARLY_ALL) {
                    return period;
                }
            }
        }
        return best;
    }

    private boolean isSame(int event, int other) {
        return events.kind(event) == events.kind(other)
                && events.site(event) == events.site(other)
                && events.resource(event) == events.resource(other);
    }

    private List<String> distinct(List<Integer> own) {
        Map<String, Boolean> seen = new LinkedHashMap<>();
        for (int event : own.subList(Math.max(0, own.size() - LOOKED_AT), own.size())) {
            seen.put(lines.operation(event), true);
        }
        return List.copyOf(seen.keySet());
    }
}
