package dev.jcoyote.explain.cause;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.explain.Trials;
import dev.jcoyote.scheduler.Ending;
import dev.jcoyote.strategy.Plan;
import dev.jcoyote.strategy.Segment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where turning two steps round does not help: lets another thread go on first, as far as it can, wherever one takes its turn.
 * What that thread has not done yet in the execution that fails is what the other one came before.
 */
final class Turns {
    private static final int MOST = 60;

    private final Trials trials;
    private final Plan plan;
    private final Execution execution;

    /** By segment of the plan: its first step, from 1. */
    private final List<Integer> begins = new ArrayList<>();

    Turns(Trials trials, Plan plan, Execution execution) {
        this.trials = trials;
        this.plan = plan;
        this.execution = execution;
        for (int step = 1; step < execution.executed(); step++) {
            if (step == 1 || execution.isSwitch(step)) {
                begins.add(step);
            }
        }
    }

    /** The cause; null if no thread's going first lets the test pass. */
    @Nullable
    Cause find() {
        int tried = 0;
        for (int i = Math.min(begins.size(), plan.segments().size()) - 1; i >= 0; i--) {
            int step = begins.get(i);
            for (int other = 0; other < execution.threadCount(); other++) {
                if (other != execution.threadOf(step) && tried++ < MOST && passes(i, execution.path(other))) {
                    return cause(step, other, tried);
                }
            }
        }
        return null;
    }

    private boolean passes(int position, String first) {
        List<Segment> segments = new ArrayList<>(plan.segments());
        segments.add(position, new Segment(first, Segment.BLOCKED));
        String shown = trials.run(plan.with(segments));
        return shown == null && trials.outcome().ending() == Ending.COMPLETED;
    }

    private Cause cause(int begin, int other, int tried) {
        int step = begin;
        while (execution.kindOf(step) == OperationKind.BEGIN
                && step + 1 < execution.executed()
                && !execution.isSwitch(step + 1)) {
            step++;
        }
        Words words = execution.words();
        String me = words.thread(execution.threadOf(step));
        String first = words.thread(other);
        int site = execution.siteOf(step);
        String text = me + " " + execution.deed(step) + Words.at(site) + " while " + first
                + " has not yet done what it comes to next.\nIf " + first
                + " goes on first, as far as it can, the test passes.\nNothing makes " + me
                + " wait for that: if it has to come first, let " + me + " wait for " + first + ".";
        return new Cause(Cause.Kind.ORDER, List.of(execution.place(step, null)), Words.wrapLines(text), tried, 1);
    }
}
