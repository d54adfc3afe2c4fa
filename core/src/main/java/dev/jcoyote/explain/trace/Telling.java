package dev.jcoyote.explain.trace;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.explain.Labels;
import dev.jcoyote.explain.trace.Row.Weight;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.scheduler.DecisionLog;
import dev.jcoyote.scheduler.EventLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what happened in an execution, moment by moment, as rows: all of them, each with how much it matters. */
final class Telling {
    private final EventLog events;
    private final List<Moment> moments;
    private final Program program;
    private final Sharing sharing;
    private final DecisionLog decisions;
    private final Wording wording;
    private final Labels labels;
    private final StepValues values;
    private final List<Integer> cause;
    private final List<Row> rows = new ArrayList<>();

    /** By thread: the position of its last row; -1 if it has none. */
    private final int[] last;

    /** The threads that do anything in the reader's code. */
    private final Set<Integer> active = new HashSet<>();

    private int allPreemptions;
    private int preemptions;

    Telling(
            EventLog events,
            DecisionLog decisions,
            Recorder recorder,
            Sharing sharing,
            Wording wording,
            Labels labels,
            StepValues values,
            List<Integer> cause,
            int threads) {
        this.events = events;
        this.decisions = decisions;
        this.moments = recorder.moments();
        this.program = recorder.program();
        this.sharing = sharing;
        this.wording = wording;
        this.labels = labels;
        this.values = values;
        this.cause = cause;
        this.last = new int[threads];
        Arrays.fill(last, -1);
    }

    /** The rows in order. */
    List<Row> rows() {
        for (Moment moment : moments) {
            boolean isOperation = moment.type() == Moment.Type.OPERATION;
            if (isOperation && (program.contains(moment.site()) || program.frame(moment.stack()) != null)) {
                active.add(moment.thread());
            }
            allPreemptions += isOperation && events.isPreemption(moment.event()) ? 1 : 0;
        }
        for (int i = 0; i < moments.size(); i++) {
            Moment moment = moments.get(i);
            switch (moment.type()) {
                case OPERATION -> operation(moment, i);
                case PLAIN -> plain(moment);
                case BLOCKED -> blocked(moment, i);
                case RELEASED -> released(moment);
                case COMPARE_FAILED -> amend(moment.thread(), ", fails", Weight.OWN);
                case STARTED -> started(moment);
                case ENDED ->
                    add(
                            moment,
                            Row.Type.STEP,
                            active.contains(moment.thread()) ? Weight.LIFE : Weight.INNER,
                            "ends",
                            "");
                case WOKE -> {}
            }
        }
        return rows;
    }

    private void operation(Moment moment, int position) {
        if (events.isPreemption(moment.event())) {
            preempted(moment);
        }
        OperationKind kind = moment.kind();
        if (kind == OperationKind.START || (kind == OperationKind.PARK && blocksAgain(position))) {
            return;
        }
        if (!program.contains(moment.site()) && kind != OperationKind.BEGIN) {
            inner(moment, position);
            return;
        }
        Row.Type type = kind == OperationKind.JOIN ? Row.Type.JOIN : Row.Type.STEP;
        add(moment, type, weight(moment), text(moment, position), Wording.place(moment.site()));
    }

    private void preempted(Moment moment) {
        preemptions++;
        rows.add(Row.rule(labels.of(events.thread(moment.event() - 1)) + " is preempted (" + preemptions + " of "
                + allPreemptions + "): " + labels.of(moment.thread()) + " goes on"));
    }

    /** Whether the thread waits on for the same at once: it has only looked. */
    private boolean blocksAgain(int position) {
        Moment moment = moments.get(position);
        Moment next = position + 1 < moments.size() ? moments.get(position + 1) : moment;
        return next.type() == Moment.Type.BLOCKED && next.thread() == moment.thread() && next.site() == moment.site();
    }

    /** The value that was chosen for the operation; null if none was asked for. */
    private @Nullable String chosen(Moment moment) {
        return moment.kind() == OperationKind.CALL && moment.resource() == Operation.NO_RESOURCE
                ? decisions.valueAsked(moment.event())
                : null;
    }

    private Weight weight(Moment moment) {
        if (chosen(moment) != null) {
            return Weight.SHARED;
        }
        return switch (moment.kind()) {
            case BEGIN, CODE -> Weight.INNER;
            case JOIN -> Weight.LIFE;
            case CALL, READ, WRITE, PLAIN_READ, PLAIN_WRITE, MONITOR_ENTER, MONITOR_REENTER, NOTIFY, NOTIFY_ALL ->
                sharing.isShared(Sharing.topic(moment)) ? Weight.SHARED : Weight.OWN;
            case START, WAIT, SLEEP, INTERRUPT, THREAD_STATE, PARK, UNPARK, TIMEOUT -> Weight.SHARED;
            case YIELD, SPIN, EXTERNAL -> Weight.OWN;
        };
    }

    private String text(Moment moment, int position) {
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
            case CALL -> wording.calls().of(moment, values.before(moment), valueAfter(moment, position));
            case READ, PLAIN_READ, WRITE, PLAIN_WRITE ->
                wording.access(moment, values.before(moment), values.after(moment));
            case EXTERNAL -> "calls out to " + Sites.target(moment.site());
            case TIMEOUT -> "stops waiting: its time is up";
            case CODE -> "goes on";
        };
    }

    /** What the call leaves behind; if the thread waits in it, what made it wait. */
    private String valueAfter(Moment moment, int position) {
        for (int i = position + 1; i < moments.size() && moments.get(i).event() == moment.event(); i++) {
            Moment next = moments.get(i);
            if (next.type() == Moment.Type.BLOCKED
                    && next.thread() == moment.thread()
                    && next.site() == moment.site()) {
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

    /** Code that is not the reader's: told once as the call that leads there. */
    private void inner(Moment moment, int position) {
        StackTraceElement frame = program.frame(moment.stack());
        String text = text(moment, position);
        if (frame == null) {
            add(moment, Row.Type.STEP, Weight.INNER, text, Wording.place(moment.site()));
            return;
        }
        String call = called(moment.stack());
        Row before = last[moment.thread()] < 0 ? null : rows.get(last[moment.thread()]);
        boolean isTold = before != null
                && before.place().equals(Wording.place(frame))
                && last[moment.thread()] == rows.size() - 1;
        Weight weight = isTold ? Weight.INNER : weight(moment);
        add(moment, Row.Type.STEP, weight, isTold ? text : call, Wording.place(frame));
    }

    /** The call in the reader's code that the stack is in. */
    private String called(List<StackTraceElement> stack) {
        int first = program.first(stack);
        if (first <= 0) {
            return "goes on";
        }
        StackTraceElement callee = stack.get(first - 1);
        String type = callee.getClassName();
        String name = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
        return callee.getMethodName().equals("<init>")
                ? "new " + name + "()"
                : name + "." + callee.getMethodName() + "()";
    }

    private void plain(Moment moment) {
        Row before = last[moment.thread()] < 0 ? null : rows.get(last[moment.thread()]);
        OperationKind kind = moment.kind();
        long topic = Sharing.topic(moment);
        if (before != null
                && moment.event() >= 0
                && events.thread(moment.event()) == moment.thread()
                && events.site(moment.event()) == moment.site()
                && last[moment.thread()] == rows.size() - 1
                && before.topic() == topic) {
            // A call of a collection that is a scheduling point as well.
            return;
        }
        String old = values.before(moment);
        String now = values.after(moment);
        boolean isField = kind == OperationKind.PLAIN_READ || kind == OperationKind.PLAIN_WRITE;
        String text = isField && moment.slot() != 0
                ? wording.access(moment, old, now)
                : wording.calls().of(moment, old, now);
        add(moment, Row.Type.STEP, weightOf(topic), text, Wording.place(moment.site()));
    }

    private Weight weightOf(long topic) {
        return sharing.isShared(topic) ? Weight.SHARED : Weight.OWN;
    }

    private void blocked(Moment moment, int position) {
        if (position > 0 && moments.get(position - 1).kind() == OperationKind.PARK && blocksAgain(position - 1)) {
            return;
        }
        String name = wording.name(moment.resource());
        boolean isOurs = program.contains(moment.site());
        switch (moment.kind()) {
            case JOIN ->
                add(moment, Row.Type.STEP, Weight.LIFE, "waits for " + name + " to end", Wording.place(moment.site()));
            case SLEEP -> add(moment, Row.Type.STEP, Weight.SHARED, "sleeps", Wording.place(moment.site()));
            case MONITOR_ENTER -> {
                String holder = moment.other() < 0 ? "" : ", held by " + labels.of(moment.other());
                Weight weight = isOurs ? Weight.SHARED : Weight.INNER;
                add(moment, Row.Type.STEP, weight, "waits for lock " + name + holder, Wording.place(moment.site()));
            }
            case WAIT, MONITOR_REENTER -> {}
            default -> waitsInCall(moment, isOurs);
        }
    }

    private void waitsInCall(Moment moment, boolean isOurs) {
        Row before = last[moment.thread()] < 0 ? null : rows.get(last[moment.thread()]);
        if (isOurs
                && before != null
                && last[moment.thread()] == rows.size() - 1
                && before.place().equals(Wording.place(moment.site()))) {
            String how = before.text().contains(": ") ? ", waits" : ": waits";
            amend(moment.thread(), before.text().contains("waits") ? "" : how, Weight.SHARED);
        } else if (isOurs) {
            String call = CallText.at(moment.site());
            String text = call.isEmpty() ? "waits" : "waits in " + call;
            add(moment, Row.Type.STEP, Weight.SHARED, text, Wording.place(moment.site()));
        } else {
            StackTraceElement frame = program.frame(moment.stack());
            String text = frame == null ? "waits for work" : called(moment.stack()) + ": waits";
            add(moment, Row.Type.STEP, frame == null ? Weight.INNER : Weight.SHARED, text, Wording.place(frame));
        }
    }

    private void released(Moment moment) {
        Row before = last[moment.thread()] < 0 ? null : rows.get(last[moment.thread()]);
        if (before == null || !before.text().endsWith("unlocks it")) {
            add(
                    moment,
                    Row.Type.STEP,
                    weightOf(Sharing.monitor(moment.resource())),
                    "unlocks " + wording.name(moment.resource()),
                    Wording.place(program.frame(moment.stack())));
        }
    }

    private void started(Moment moment) {
        int event = moment.event();
        boolean isStart = event >= 0 && events.kind(event) == OperationKind.START;
        int site = event < 0 ? Sites.UNKNOWN : events.site(event);
        String child = labels.of(moment.other());
        if (isStart) {
            Weight weight = program.contains(site) && active.contains(moment.other()) ? Weight.LIFE : Weight.INNER;
            add(moment, Row.Type.START, weight, "starts " + child, Wording.place(site));
        } else if (active.contains(moment.other())) {
            amend(moment.thread(), ": starts " + child, Weight.LIFE);
        }
    }

    /** Adds words to the last row of the thread, which is worth at least that. */
    private void amend(int thread, String words, Weight weight) {
        int position = last[thread];
        if (position >= 0) {
            Row row = rows.get(position);
            boolean isWorthMore = row.weight() != Weight.INNER && row.weight().compareTo(weight) < 0;
            rows.set(position, row.with(row.text() + words).with(isWorthMore ? weight : row.weight()));
        }
    }

    private void add(Moment moment, Row.Type type, Weight weight, String text, @Nullable String place) {
        boolean isOperation = moment.type() == Moment.Type.OPERATION;
        long topic = moment.type() == Moment.Type.BLOCKED ? 0 : Sharing.topic(moment);
        int mark = isOperation || type == Row.Type.START ? cause.indexOf(moment.event()) + 1 : 0;
        int shape = (moment.site() * 31 + moment.type().ordinal()) * 31 + moment.resource() + 1;
        rows.add(new Row(type, weight, moment.thread(), text, place == null ? "" : place, mark, shape, topic, 1));
        last[moment.thread()] = rows.size() - 1;
    }
}
