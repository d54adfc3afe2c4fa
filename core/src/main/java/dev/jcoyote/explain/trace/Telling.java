package dev.jcoyote.explain.trace;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.explain.Labels;
import dev.jcoyote.explain.trace.Row.Weight;
import dev.jcoyote.scheduler.EventLog;
import java.util.List;

/** Tells what happened in an execution, moment by moment, as rows: all of them, each with how much it matters. */
final class Telling {
    private final EventLog events;
    private final List<Moment> moments;
    private final Program program;
    private final Wording wording;
    private final Labels labels;
    private final StepText steps;
    private final Weighing weighing;
    private final RowList rows;
    private final Blocking blocking;
    private int allPreemptions;
    private int preemptions;

    Telling(
            EventLog events,
            Recorder recorder,
            Wording wording,
            Labels labels,
            StepText steps,
            Weighing weighing,
            RowList rows) {
        this.events = events;
        this.moments = recorder.moments();
        this.program = recorder.program();
        this.wording = wording;
        this.labels = labels;
        this.steps = steps;
        this.weighing = weighing;
        this.rows = rows;
        this.blocking = new Blocking(recorder, wording, labels, rows);
    }

    /** The rows in order. */
    List<Row> rows() {
        for (Moment moment : moments) {
            allPreemptions += isPreemption(moment) ? 1 : 0;
        }
        for (int i = 0; i < moments.size(); i++) {
            Moment moment = moments.get(i);
            switch (moment.type()) {
                case OPERATION -> operation(moment, i);
                case PLAIN -> plain(moment);
                case BLOCKED -> blocking.tell(i);
                case RELEASED -> released(moment);
                case COMPARE_FAILED -> rows.amend(moment.thread(), ", fails", Weight.OWN);
                case STARTED -> started(moment);
                case ENDED ->
                    rows.add(moment, weighing.isActive(moment.thread()) ? Weight.LIFE : Weight.INNER, "ends", "");
                case WOKE -> {}
            }
        }
        return rows.rows();
    }

    private boolean isPreemption(Moment moment) {
        return moment.type() == Moment.Type.OPERATION && events.isPreemption(moment.event());
    }

    private void operation(Moment moment, int position) {
        if (isPreemption(moment)) {
            preemptions++;
            rows.rule(labels.of(events.thread(moment.event() - 1)) + " is preempted (" + preemptions + " of "
                    + allPreemptions + "): " + labels.of(moment.thread()) + " goes on");
        }
        OperationKind kind = moment.kind();
        if (kind == OperationKind.START || blocking.isOnlyLook(position)) {
            return;
        }
        Weight weight = steps.chosen(moment) == null ? weighing.ofOperation(moment) : Weight.SHARED;
        if (program.contains(moment.site()) || kind == OperationKind.BEGIN) {
            Row.Type type = kind == OperationKind.JOIN ? Row.Type.JOIN : Row.Type.STEP;
            rows.add(moment, type, weight, steps.ofOperation(position), Wording.place(moment.site()));
        } else {
            inner(moment, weight, steps.ofOperation(position));
        }
    }

    /** Code that is not the reader's: told once as the call that leads there. */
    private void inner(Moment moment, Weight weight, String text) {
        StackTraceElement frame = program.frame(moment.stack());
        if (frame == null) {
            rows.add(moment, Weight.INNER, text, Wording.place(moment.site()));
            return;
        }
        String place = Wording.place(frame);
        Row before = rows.newest(moment.thread());
        if (before != null && before.place().equals(place)) {
            rows.add(moment, Weight.INNER, text, place);
        } else {
            rows.add(moment, weight, program.call(moment.stack()), place);
        }
    }

    private void plain(Moment moment) {
        long topic = Sharing.topic(moment);
        Row before = rows.newest(moment.thread());
        boolean isOperationToo = before != null
                && moment.event() >= 0
                && events.thread(moment.event()) == moment.thread()
                && events.site(moment.event()) == moment.site()
                && before.topic() == topic;
        if (!isOperationToo) {
            rows.add(moment, weighing.ofTopic(topic), steps.ofPlain(moment), Wording.place(moment.site()));
        }
    }

    private void released(Moment moment) {
        Row before = rows.last(moment.thread());
        if (before == null || !before.text().endsWith("unlocks it")) {
            rows.add(
                    moment,
                    weighing.ofTopic(Sharing.monitor(moment.resource())),
                    "unlocks " + wording.name(moment.resource()),
                    Wording.place(program.frame(moment.stack())));
        }
    }

    private void started(Moment moment) {
        int event = moment.event();
        boolean isStart = event >= 0 && events.kind(event) == OperationKind.START;
        int site = event < 0 ? Sites.UNKNOWN : events.site(event);
        boolean isActive = weighing.isActive(moment.other());
        String child = labels.of(moment.other());
        if (isStart) {
            Weight weight = program.contains(site) && isActive ? Weight.LIFE : Weight.INNER;
            rows.add(moment, Row.Type.START, weight, "starts " + child, Wording.place(site));
        } else if (isActive) {
            rows.amend(moment.thread(), ": starts " + child, Weight.LIFE);
        }
    }
}
