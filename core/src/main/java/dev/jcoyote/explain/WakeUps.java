package dev.jcoyote.explain;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.scheduler.DecisionLog;
import dev.jcoyote.scheduler.EventLog;
import java.util.ArrayList;
import java.util.List;

/**
 * The notifications of one object, or the signals of one condition, in an execution: whom each of them woke. Replays the
 * wait set from the log: a thread is in it from its wait on, until it is woken or does anything else.
 */
final class WakeUps {
    /**
     * A call that wakes.
     *
     * @param event where it is in the log
     * @param all whether it wakes all that wait
     * @param waited how many waited
     * @param woken the numbers of the threads that it woke; empty if no one waited
     */
    record Call(int event, boolean all, int waited, List<Integer> woken) {}

    private final EventLog events;
    private final DecisionLog decisions;
    private final int resource;
    private final List<Call> calls = new ArrayList<>();
    private boolean certain = true;

    WakeUps(EventLog events, DecisionLog decisions, int resource) {
        this.events = events;
        this.decisions = decisions;
        this.resource = resource;
        List<Integer> waiting = new ArrayList<>();
        for (int event = 0; event < events.size(); event++) {
            waiting.remove((Integer) events.thread(event));
            if (events.resource(event) == resource) {
                if (isWait(event)) {
                    waiting.add(events.thread(event));
                } else if (isCall(event)) {
                    calls.add(wake(event, waiting));
                }
            }
        }
    }

    private Call wake(int event, List<Integer> waiting) {
        boolean all = isForAll(event);
        int waited = waiting.size();
        List<Integer> woken = new ArrayList<>();
        if (all) {
            woken.addAll(waiting);
            waiting.clear();
        } else if (!waiting.isEmpty()) {
            // Conditions wake who has waited longest.
            boolean isChosen = waiting.size() > 1 && events.kind(event) == OperationKind.NOTIFY;
            int chosen = isChosen ? decisions.notified(event) : 0;
            certain &= chosen >= 0 && chosen < waiting.size();
            woken.add(waiting.remove(certain ? chosen : 0));
        }
        return new Call(event, all, waited, List.copyOf(woken));
    }

    /** Whether the log tells all of it. */
    boolean areCertain() {
        return certain;
    }

    /** The calls, in order. */
    List<Call> calls() {
        return calls;
    }

    /** Where in the log the last wait of that thread begins; -1 if it has never waited. */
    int lastWait(int thread) {
        for (int event = events.size() - 1; event >= 0; event--) {
            if (events.thread(event) == thread && events.resource(event) == resource && isWait(event)) {
                return event;
            }
        }
        return -1;
    }

    /** Where that thread, which a call has woken, begins to wait again without having woken another; -1 if it does not. */
    int waitsAgain(int thread, Call call) {
        for (int event = call.event() + 1; event < events.size(); event++) {
            if (events.thread(event) == thread && events.resource(event) == resource) {
                if (isWait(event)) {
                    return event;
                }
                if (isCall(event)) {
                    return -1;
                }
            }
        }
        return -1;
    }

    private boolean isWait(int event) {
        return events.kind(event) == OperationKind.WAIT || isMethod(event, "await");
    }

    private boolean isCall(int event) {
        return events.kind(event) == OperationKind.NOTIFY || isMethod(event, "signal") || isForAll(event);
    }

    private boolean isForAll(int event) {
        return events.kind(event) == OperationKind.NOTIFY_ALL || isMethod(event, "signalAll");
    }

    private boolean isMethod(int event, String name) {
        if (events.kind(event) != OperationKind.CALL) {
            return false;
        }
        String target = Sites.target(events.site(event));
        String method = target.substring(target.lastIndexOf('.') + 1);
        return name.equals("await") ? method.startsWith(name) : method.equals(name);
    }
}
