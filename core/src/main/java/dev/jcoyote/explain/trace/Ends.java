package dev.jcoyote.explain.trace;

import dev.jcoyote.explain.ErrorText;
import dev.jcoyote.explain.Labels;
import dev.jcoyote.explain.trace.Row.Weight;
import dev.jcoyote.operation.Operation;
import dev.jcoyote.scheduler.Outcome;
import dev.jcoyote.scheduler.ThreadRegistry;
import dev.jcoyote.scheduler.ThreadSnapshot;
import dev.jcoyote.scheduler.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells how an execution has failed: the last rows of its trace. */
final class Ends {
    /** Of more threads that wait for ever the first are told. */
    private static final int MOST_STUCK = 10;

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
                List.of(Row.rule("here the test fails"), row(-1, violation(outcome), ""));
            case MAX_STEPS ->
                List.of(Row.rule("here the test fails"), row(-1, "no end after " + outcome.steps() + " steps", ""));
            case TIMEOUT -> List.of(row(thread, "makes no progress", ""));
            case EXIT -> List.of(row(thread, "ends the JVM with status " + outcome.exitStatus(), ""));
            case COMPLETED, SKIPPED, ABANDONED, UNFIT, INTERNAL_ERROR -> List.of();
        };
    }

    private static String violation(Outcome outcome) {
        return Objects.requireNonNull(outcome.violation()).text();
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
        String text = summary.startsWith(type)
                ? type.substring(type.lastIndexOf('.') + 1) + summary.substring(type.length())
                : summary;
        return row(thread, "throws " + text, Wording.place(recorder.program().frame(List.of(error.getStackTrace()))));
    }

    private List<Row> deadlock(List<ThreadSnapshot> snapshots) {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.rule("deadlock: these threads wait for ever"));
        List<ThreadSnapshot> stuck =
                snapshots.stream().filter(ThreadSnapshot::stuck).toList();
        for (ThreadSnapshot snapshot : stuck.subList(0, Math.min(MOST_STUCK, stuck.size()))) {
            int thread = numberOf(snapshot.label());
            StackTraceElement frame = recorder.program().frame(snapshot.stack());
            rows.add(row(thread, waiting(snapshot), Wording.place(frame)));
        }
        if (stuck.size() > MOST_STUCK) {
            rows.add(row(-1, "… and " + (stuck.size() - MOST_STUCK) + " more threads", ""));
        }
        return rows;
    }

    private String waiting(ThreadSnapshot snapshot) {
        Wait wait = snapshot.waitsFor();
        if (wait == null) {
            return snapshot.state();
        }
        String name = wait.resource() == Operation.NO_RESOURCE ? wait.object() : wording.name(wait.resource());
        String by = wait.holders().stream()
                .map(holder -> holder.path().equals(snapshot.path()) ? "itself" : labels.ofPath(holder.path()))
                .collect(Collectors.joining(" and "));
        String held = by.isEmpty() ? "" : ", held by " + by;
        return switch (wait.kind()) {
            case END -> "waits for " + name + " to end";
            case MONITOR, LOCK -> "waits for lock " + name + held;
            case MONITOR_AGAIN -> "waits for lock " + name + " again" + held;
            case NOTIFICATION -> "waits for a notify of " + name;
            case RESULT,
                    PARTIES,
                    PERMIT,
                    COUNT,
                    ELEMENT,
                    ROOM,
                    SIGNAL,
                    PARTNER,
                    INITIALIZATION,
                    TIME,
                    WORK,
                    UNPARK,
                    OTHER ->
                new Wait(wait.kind(), name, wait.resource(), wait.call(), wait.amount(), wait.at(), wait.holders())
                        .text();
        };
    }

    private static Row row(int thread, String text, String place) {
        return new Row(Row.Type.STEP, Weight.KEY, thread, text, place, 0, 0, 0, 1, 0);
    }
}
