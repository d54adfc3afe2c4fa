package dev.jcoyote.explain.trace;

import dev.jcoyote.explain.trace.Row.Weight;
import java.util.HashSet;
import java.util.Set;

/** How much what threads do matters to the reader. */
final class Weighing {
    private final Sharing sharing;

    /** The threads that do anything in the reader's code. */
    private final Set<Integer> active = new HashSet<>();

    Weighing(Recorder recorder, Sharing sharing) {
        this.sharing = sharing;
        Program program = recorder.program();
        for (Moment moment : recorder.moments()) {
            if (moment.type() == Moment.Type.OPERATION
                    && (program.contains(moment.site()) || program.frame(moment.stack()) != null)) {
                active.add(moment.thread());
            }
        }
    }

    /** What an operation weighs by its kind. */
    Weight ofOperation(Moment moment) {
        return switch (moment.kind()) {
            case BEGIN, CODE -> Weight.INNER;
            case JOIN -> Weight.LIFE;
            case CALL, READ, WRITE, PLAIN_READ, PLAIN_WRITE, MONITOR_ENTER, MONITOR_REENTER, NOTIFY, NOTIFY_ALL ->
                ofTopic(Sharing.topic(moment));
            case START, WAIT, SLEEP, INTERRUPT, THREAD_STATE, PARK, UNPARK, TIMEOUT -> Weight.SHARED;
            case YIELD, SPIN, EXTERNAL -> Weight.OWN;
        };
    }

    /** What something weighs that is about that place in memory or that object. */
    Weight ofTopic(long topic) {
        return sharing.isShared(topic) ? Weight.SHARED : Weight.OWN;
    }

    /** Whether the thread does anything in the reader's code. */
    boolean isActive(int thread) {
        return active.contains(thread);
    }
}
