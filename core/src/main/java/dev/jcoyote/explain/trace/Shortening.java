package dev.jcoyote.explain.trace;

import dev.jcoyote.explain.trace.Row.Weight;
import java.util.ArrayList;
import java.util.List;

/** Leaves out what concerns one thread alone, and says in one row what is said best in one. */
final class Shortening {
    private Shortening() {}

    /** Without what concerns one thread alone. */
    static List<Row> relevant(List<Row> rows) {
        List<Row> relevant = new ArrayList<>();
        for (Row row : rows) {
            if (row.stays() || row.weight().compareTo(Weight.OWN) > 0) {
                relevant.add(row);
            }
        }
        return withSteps(rows, relevant);
    }

    /** Between two preemptions there is at least one step, else nobody would know what the thread was let go on for. */
    private static List<Row> withSteps(List<Row> all, List<Row> relevant) {
        List<Row> rows = new ArrayList<>();
        int position = 0;
        for (int i = 0; i < relevant.size(); i++) {
            Row row = relevant.get(i);
            rows.add(row);
            while (!all.get(position).equals(row)) {
                position++;
            }
            boolean isBare = row.type() == Row.Type.RULE
                    && (i + 1 == relevant.size() || relevant.get(i + 1).type() == Row.Type.RULE);
            if (isBare && position + 1 < all.size() && all.get(position + 1).type() != Row.Type.RULE) {
                rows.add(all.get(position + 1));
            }
        }
        return rows;
    }

    /** Puts threads that are started, and threads that are joined, one right after the other into one row. */
    static List<Row> merged(List<Row> rows) {
        List<Row> merged = new ArrayList<>();
        for (Row row : rows) {
            Row before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (before != null && isMore(before, row)) {
                String name = row.text().substring(row.text().indexOf(' ') + 1);
                merged.set(merged.size() - 1, before.with(before.text() + ", " + name));
            } else {
                merged.add(row);
            }
        }
        return merged;
    }

    /** Whether the row goes on with what the one before it lists. */
    private static boolean isMore(Row before, Row row) {
        return (row.type() == Row.Type.START || row.type() == Row.Type.JOIN)
                && before.type() == row.type()
                && before.thread() == row.thread()
                && before.mark() == 0
                && row.mark() == 0;
    }

    /** Two rows that say the same are one. */
    static List<Row> withoutTwins(List<Row> rows) {
        List<Row> left = new ArrayList<>();
        for (Row row : rows) {
            Row before = left.isEmpty() ? null : left.get(left.size() - 1);
            if (before != null && row.type() == Row.Type.STEP && row.mark() == 0 && before.isLike(row)) {
                left.set(left.size() - 1, before.with(before.text() + " (twice)"));
            } else {
                left.add(row);
            }
        }
        return left;
    }
}
