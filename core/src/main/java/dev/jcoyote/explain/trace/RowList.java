package dev.jcoyote.explain.trace;

import dev.jcoyote.explain.trace.Row.Weight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a trace while it is written: what follows may add to the last row of a thread. */
final class RowList {
    private final List<Integer> cause;
    private final List<Row> rows = new ArrayList<>();

    /** By thread: the position of its last row; -1 if it has none. */
    private final int[] last;

    /** Creates an empty one; the operations at those positions in the execution's log are marked as the cause. */
    RowList(List<Integer> cause, int threads) {
        this.cause = cause;
        last = new int[threads];
        Arrays.fill(last, -1);
    }

    List<Row> rows() {
        return rows;
    }

    /** Says something across all columns. */
    void rule(String text) {
        rows.add(Row.rule(text));
    }

    /** Says what the thread does. */
    void add(Moment moment, Weight weight, String text, String place) {
        add(moment, Row.Type.STEP, weight, text, place);
    }

    void add(Moment moment, Row.Type type, Weight weight, String text, String place) {
        boolean isOperation = moment.type() == Moment.Type.OPERATION;
        long topic = moment.type() == Moment.Type.BLOCKED ? 0 : Sharing.topic(moment);
        int mark = isOperation || type == Row.Type.START ? cause.indexOf(moment.event()) + 1 : 0;
        int shape = (moment.site() * 31 + moment.type().ordinal()) * 31 + moment.resource() + 1;
        int number = isOperation || type == Row.Type.START ? moment.event() + 1 : 0;
        rows.add(new Row(type, weight, moment.thread(), text, place, mark, shape, topic, 1, number));
        last[moment.thread()] = rows.size() - 1;
    }

    /** Adds words to the last row of the thread, which is worth at least that. */
    void amend(int thread, String words, Weight weight) {
        int position = last[thread];
        if (position >= 0) {
            Row row = rows.get(position);
            boolean isWorthMore = row.weight() != Weight.INNER && row.weight().compareTo(weight) < 0;
            rows.set(position, row.with(row.text() + words).with(isWorthMore ? weight : row.weight()));
        }
    }

    /** The last row of the thread; null if it has none. */
    @Nullable
    Row last(int thread) {
        return last[thread] < 0 ? null : rows.get(last[thread]);
    }

    /** The last row of all if it is the thread's; else null. */
    @Nullable
    Row newest(int thread) {
        return last[thread] == rows.size() - 1 ? last(thread) : null;
    }
}
