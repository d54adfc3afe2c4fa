package dev.jcoyote.explain.minimize;

import dev.jcoyote.analysis.Footprints;
import dev.jcoyote.analysis.Races;
import dev.jcoyote.scheduler.ThreadRegistry;
import dev.jcoyote.strategy.Plan;
import dev.jcoyote.strategy.Segment;
import java.util.ArrayList;
import java.util.List;

/**
 * An equivalent order of an execution's steps with fewer switches: each thread goes on until its next step needs one of another
 * thread. Nothing is run for it.
 */
final class Relinearization {
    private final Footprints log;
    private final Races order;
    private final int[] done;
    private final List<List<Integer>> steps = new ArrayList<>();

    private Relinearization(Footprints log) {
        this.log = log;
        this.order = new Races(log);
        this.done = new int[log.threadCount()];
    }

    /** The plan with its segments in such an order; the same plan if the execution is too large. */
    static Plan of(Plan plan, Footprints log, ThreadRegistry threads) {
        Relinearization order = new Relinearization(log);
        return order.order.fit() ? plan.with(order.segments(threads)) : plan;
    }

    private List<Segment> segments(ThreadRegistry threads) {
        order.order();
        for (int thread = 0; thread < done.length; thread++) {
            steps.add(new ArrayList<>());
        }
        for (int step = 0; step < log.executed(); step++) {
            steps.get(log.thread(step)).add(step);
        }
        List<Segment> segments = new ArrayList<>();
        int thread = 0;
        while (thread >= 0) {
            while (isReady(thread)) {
                done[thread]++;
            }
            // Step 0 is no operation.
            int executed = thread == 0 ? done[thread] - 1 : done[thread];
            segments.add(new Segment(threads.get(thread).path(), executed));
            thread = next();
        }
        return segments;
    }

    /** The thread with the most steps that it can take at once; -1 if none has any left. */
    private int next() {
        int best = -1;
        int longest = 0;
        for (int thread = 0; thread < done.length; thread++) {
            int before = done[thread];
            while (isReady(thread)) {
                done[thread]++;
            }
            if (done[thread] - before > longest) {
                longest = done[thread] - before;
                best = thread;
            }
            done[thread] = before;
        }
        return best;
    }

    private boolean isReady(int thread) {
        if (done[thread] == steps.get(thread).size()) {
            return false;
        }
        int step = steps.get(thread).get(done[thread]);
        for (int other = 0; other < done.length; other++) {
            if (other != thread && done[other] < order.needed(step, other)) {
                return false;
            }
        }
        return true;
    }
}
