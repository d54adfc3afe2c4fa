package dev.jcoyote.explain.trace;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.explain.Labels;
import dev.jcoyote.explain.trace.Row.Weight;
import java.util.List;

/** Tells that a thread cannot go on: in a row, or in further words where it was told what it came to. */
final class Blocking {
    private final List<Moment> moments;
    private final Program program;
    private final Wording wording;
    private final Labels labels;
    private final RowList rows;

    Blocking(Recorder recorder, Wording wording, Labels labels, RowList rows) {
        this.moments = recorder.moments();
        this.program = recorder.program();
        this.wording = wording;
        this.labels = labels;
        this.rows = rows;
    }

    /** Whether the thread that has gone on there waits for the same again at once: it has only looked. */
    boolean isOnlyLook(int position) {
        return moments.get(position).kind() == OperationKind.PARK
                && position + 1 < moments.size()
                && moments.get(position + 1).isWaitAt(moments.get(position));
    }

    /** Tells the wait at that position. */
    void tell(int position) {
        if (position > 0 && isOnlyLook(position - 1)) {
            return;
        }
        Moment moment = moments.get(position);
        String name = wording.name(moment.resource());
        boolean isOurs = program.contains(moment.site());
        String place = Wording.place(moment.site());
        switch (moment.kind()) {
            case JOIN -> rows.add(moment, Weight.LIFE, "waits for " + name + " to end", place);
            case SLEEP -> rows.add(moment, Weight.SHARED, "sleeps", place);
            case MONITOR_ENTER -> {
                String holder = moment.other() < 0 ? "" : ", held by " + labels.of(moment.other());
                rows.add(moment, isOurs ? Weight.SHARED : Weight.INNER, "waits for lock " + name + holder, place);
            }
            case WAIT, MONITOR_REENTER -> {}
            default -> {
                if (isOurs) {
                    inCall(moment, place);
                } else {
                    inInnerCode(moment);
                }
            }
        }
    }

    private void inCall(Moment moment, String place) {
        Row call = rows.newest(moment.thread());
        if (call != null && call.place().equals(place)) {
            String how = call.text().contains(": ") ? ", waits" : ": waits";
            rows.amend(moment.thread(), call.text().contains("waits") ? "" : how, Weight.SHARED);
        } else {
            String name = CallText.at(moment.site());
            rows.add(moment, Weight.SHARED, name.isEmpty() ? "waits" : "waits in " + name, place);
        }
    }

    private void inInnerCode(Moment moment) {
        StackTraceElement frame = program.frame(moment.stack());
        if (frame == null) {
            rows.add(moment, Weight.INNER, "waits for work", "");
        } else {
            String call = program.call(moment.stack());
            rows.add(moment, Weight.SHARED, call + ": waits", Wording.place(frame));
        }
    }
}
