package dev.jcoyote.explain.trace;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.bridge.Sites;
import dev.jcoyote.explain.ErrorText;
import dev.jcoyote.explain.trace.Row.Type;
import dev.jcoyote.explain.trace.Row.Weight;
import dev.jcoyote.scheduler.Outcome;
import dev.jcoyote.scheduler.ThreadRegistry;
import dev.jcoyote.scheduler.ThreadSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells how an execution has failed: the last rows of its trace. */
final class Ends {
    private final ThreadRegistry threads;
    private final Recorder recorder;
    private final Wording wording;
    private final Labels labels;

    Ends(ThreadRegistry threads, Recorder recorder, Wording wording, Labels labels) {
        this.threads = threads;
        this.recorder = recorder;
        this.wording = wording;
        this.labels = labels;
    }

    /** The rows of that outcome. */
    List<Row> rows(Outcome outcome) {
        int thread = numberOf(outcome.thread());
        return switch (outcome.ending()) {
            case EXCEPTION -> List.of(thrown(thread, Objects.requireNonNull(outcome.error())));
            case DEADLOCK -> deadlock(outcome.threads());
            case INVARIANT, LIVENESS, LIVELOCK ->
                List.of(row(-1, Objects.requireNonNull(outcome.violation()).text(), ""));
            case MAX_STEPS -> List.of(row(-1, "and so on: no end after " + outcome.steps() + " steps", ""));
            case TIMEOUT -> List.of(row(thread, "makes no progress", ""));
            case EXIT -> List.of(row(thread, "ends the JVM with status " + outcome.exitStatus(), ""));
            case COMPLETED, SKIPPED, ABANDONED, UNFIT, INTERNAL_ERROR -> List.of();
        };
    }

    private int numberOf(@Nullable String label) {
        for (int i = 0; i < threads.size(); i++) {
            if (threads.get(i).label().equals(label)) {
                return i;
            }
        }
        return -1;
    }

    private Row thrown(int thread, Throwable error) {
        String summary = ErrorText.summary(error);
        String type = error.getClass().getName();
        String text = summary.startsWith(type) ? type.substring(type.lastIndexOf('.') + 1) + summary.substring(type.length()) : summary;
        return row(thread, "throws " + text, Wording.place(recorder.program().frame(List.of(error.getStackTrace()))));
    }

    private List<Row> deadlock(List<ThreadSnapshot> snapshots) {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.rule("deadlock: these threads wait for ever"));
        for (ThreadSnapshot snapshot : snapshots) {
            if (snapshot.stuck()) {
                int thread = numberOf(snapshot.label());
                StackTraceElement frame = recorder.program().frame(snapshot.stack());
                rows.add(row(thread, waiting(thread, snapshot), Wording.place(frame)));
            }
        }
        return rows;
    }

    private String waiting(int thread, ThreadSnapshot snapshot) {
        Moment last = thread < 0 ? null : recorder.last(thread);
        int holder = numberOf(snapshot.holder());
        String by = holder < 0 ? "" : ", held by " + labels.of(holder);
        if (last == null) {
            return "waits for ever" + by;
        }
        String name = wording.name(last.resource());
        OperationKind kind = last.kind();
        return switch (kind) {
            case JOIN -> "waits for " + name + " to end";
            case MONITOR_ENTER, MONITOR_REENTER -> "waits for lock " + name + by;
            case WAIT -> "waits for a notify of " + name;
            default -> {
                String call = last.site() == Sites.UNKNOWN ? "" : Wording.callAt(last.site());
                yield (call.isEmpty() ? "waits for ever" : "waits in " + call) + by;
            }
        };
    }

    private static Row row(int thread, String text, String place) {
        return new Row(thread < 0 ? Type.RULE : Type.STEP, Weight.KEY, thread, text, place, 0, 0, 0, 1);
    }
}
