package dev.jcoyote.explain.minimize;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.scheduler.EventLog;
import java.util.Comparator;

/**
 * How much there is to understand in an execution; the less the better, in the order of the components.
 *
 * @param preemptions how often a thread was interrupted that could have gone on
 * @param choices how many waits ended by a time-out or for no reason, and how many values were not the first
 * @param switches how often another thread went on
 * @param steps how many operations there are
 */
record Score(int preemptions, int choices, int switches, int steps) implements Comparable<Score> {
    private static final Comparator<Score> ORDER = Comparator.comparingInt(Score::preemptions)
            .thenComparingInt(Score::choices)
            .thenComparingInt(Score::switches)
            .thenComparingInt(Score::steps);

    /** The score of that execution, in which so many values were not the first. */
    static Score of(EventLog events, int otherValues) {
        int preemptions = 0;
        int switches = 0;
        int choices = otherValues;
        for (int event = 0; event < events.size(); event++) {
            preemptions += events.isPreemption(event) ? 1 : 0;
            switches += event > 0 && events.thread(event) != events.thread(event - 1) ? 1 : 0;
            choices += events.kind(event) == OperationKind.TIMEOUT ? 1 : 0;
        }
        return new Score(preemptions, choices, switches, events.size());
    }

    @Override
    public int compareTo(Score other) {
        return ORDER.compare(this, other);
    }
}
