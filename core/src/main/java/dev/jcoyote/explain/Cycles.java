package dev.jcoyote.explain;

import dev.jcoyote.scheduler.EventLog;
import dev.jcoyote.scheduler.ThreadRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells what each thread does over and over: its operations in one round, one a line. */
public final class Cycles {
    /** Of each thread so many of its last operations are looked at. */
    private static final int LOOKED_AT = 2_000;

    /** A round is one if it comes so often in a row. */
    private static final int ROUNDS = 3;

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
            List<Integer> own = lastOf(thread, since - 1);
            if (own.isEmpty()) {
                continue;
            }
            int period = period(own);
            List<String> round = period == 0 ? distinct(own) : linesOf(own.subList(own.size() - period, own.size()));
            text.append(threads.get(thread).label())
                    .append(period == 0 ? ", in no fixed order" : ", over and over")
                    .append('\n');
            round.forEach(line -> text.append("    ").append(line).append('\n'));
        }
        return text.toString();
    }

    /** Its last events, in order. */
    private List<Integer> lastOf(int thread, int from) {
        List<Integer> own = new ArrayList<>();
        for (int event = events.size() - 1; event >= from && own.size() < LOOKED_AT; event--) {
            if (events.thread(event) == thread) {
                own.add(0, event);
            }
        }
        return own;
    }

    /** How many of the last events are a round; 0 if there is none. */
    private int period(List<Integer> own) {
        for (int period = 1; period * ROUNDS <= own.size(); period++) {
            int i = own.size() - 1;
            int same = 0;
            while (same < (ROUNDS - 1) * period && isSame(own.get(i - same), own.get(i - same - period))) {
                same++;
            }
            if (same == (ROUNDS - 1) * period) {
                return period;
            }
        }
        return 0;
    }

    private boolean isSame(int event, int other) {
        return events.kind(event) == events.kind(other)
                && events.site(event) == events.site(other)
                && events.resource(event) == events.resource(other);
    }

    private List<String> linesOf(List<Integer> round) {
        return round.stream().map(lines::operation).toList();
    }

    private List<String> distinct(List<Integer> own) {
        Map<String, Boolean> seen = new LinkedHashMap<>();
        for (int event : own) {
            seen.put(lines.operation(event), true);
        }
        return List.copyOf(seen.keySet());
    }
}
