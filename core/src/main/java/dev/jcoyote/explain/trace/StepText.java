package dev.jcoyote.explain.trace;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.explain.Labels;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.scheduler.DecisionLog;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what an operation or a plain access has done, with the values that are known of it. */
final class StepText {
    private final List<Moment> moments;
    private final DecisionLog decisions;
    private final Wording wording;
    private final Labels labels;
    private final StepValues values;

    StepText(List<Moment> moments, DecisionLog decisions, Wording wording, Labels labels, StepValues values) {
        this.moments = moments;
        this.decisions = decisions;
        this.wording = wording;
        this.labels = labels;
        this.values = values;
    }

    /** The text of the operation at that position. */
    String ofOperation(int position) {
        Moment moment = moments.get(position);
        String chosen = chosen(moment);
        if (chosen != null) {
            return wording.calls().of(moment) + ": value " + chosen;
        }
        String name = wording.name(moment.resource());
        return switch (moment.kind()) {
            case BEGIN -> "begins";
            case START -> "starts " + name;
            case JOIN -> "joins " + name;
            case SLEEP -> "wakes from its sleep";
            case YIELD -> "yields";
            case SPIN -> "spins";
            case INTERRUPT -> "interrupts " + name;
            case THREAD_STATE -> wording.calls().of(moment);
            case MONITOR_ENTER -> "locks " + name;
            case MONITOR_REENTER -> "wakes up, locks " + name + " again";
            case WAIT -> name + ".wait(): unlocks it";
            case NOTIFY -> name + ".notify(): " + woken(position);
            case NOTIFY_ALL -> name + ".notifyAll(): " + woken(position);
            case PARK -> wording.calls().goesOn(moment);
            case UNPARK -> "unparks " + name;
            case CALL -> wording.calls().of(moment, values.before(moment), valueAfter(position));
            case READ, PLAIN_READ, WRITE, PLAIN_WRITE -> access(moment);
            case EXTERNAL -> "calls out to " + Sites.target(moment.site());
            case TIMEOUT -> "stops waiting: its time is up";
            case CODE -> "goes on";
        };
    }

    /** The text of an access that is no scheduling point. */
    String ofPlain(Moment moment) {
        boolean isField = moment.kind() == OperationKind.PLAIN_READ || moment.kind() == OperationKind.PLAIN_WRITE;
        return isField && moment.slot() != 0
                ? access(moment)
                : wording.calls().of(moment, values.before(moment), values.after(moment));
    }

    private String access(Moment moment) {
        return wording.access(moment, values.before(moment), values.after(moment));
    }

    /** The value that was chosen for the operation; null if none was asked for. */
    @Nullable
    String chosen(Moment moment) {
        return moment.kind() == OperationKind.CALL && moment.resource() == Operation.NO_RESOURCE
                ? decisions.valueAsked(moment.event())
                : null;
    }

    /** What the call leaves behind; if the thread waits in it, what made it wait. */
    private String valueAfter(int position) {
        Moment moment = moments.get(position);
        for (int i = position + 1; i < moments.size() && moments.get(i).event() == moment.event(); i++) {
            if (moments.get(i).isWaitAt(moment)) {
                return values.before(moment);
            }
        }
        return values.after(moment);
    }

    private String woken(int position) {
        List<String> woken = new ArrayList<>();
        Moment notification = moments.get(position);
        for (int i = position + 1; i < moments.size(); i++) {
            Moment moment = moments.get(i);
            if (moment.type() != Moment.Type.WOKE || moment.thread() != notification.thread()) {
                break;
            }
            woken.add(labels.of(moment.other()));
        }
        return woken.isEmpty() ? "nobody waits" : "wakes " + String.join(", ", woken);
    }
}
