package dev.jcoyote.explain.trace;

import java.util.ArrayList;
import java.util.List;

/** Tells rows that come over and over once, with a count; the last time as well if it says something else. */
final class Rounds {
    private static final int LONGEST = 24;

    private static final int FEWEST = 3;

    /** Of rounds that are at least so long two are worth it. */
    private static final int LONG = 4;

    private static final int BEFORE_RULE = 2;

    private Rounds() {}

    /** The rows with their repetitions told as counts. */
    static List<Row> folded(List<Row> rows) {
        List<Row> folded = new ArrayList<>();
        int next = 0;
        while (next < rows.size()) {
            int length = length(rows, next);
            if (length == 0) {
                folded.add(rows.get(next++));
            } else {
                int rounds = rounds(rows, next, length);
                next = fold(rows, next, length, rounds, folded);
            }
        }
        return folded;
    }

    private static int fold(List<Row> rows, int begin, int length, int rounds, List<Row> folded) {
        int end = begin + rounds * length;
        folded.addAll(rows.subList(begin, begin + length));
        boolean isSame = true;
        for (int i = begin; i < end - length; i++) {
            isSame &= rows.get(i).text().equals(rows.get(i + length).text());
        }
        // Of one step over and over, the last one says how far it has come.
        boolean hasLast = !isSame && length == 1;
        int told = hasLast ? rounds - 2 : rounds - 1;
        String more = told == 1 ? "… 1 more round" : "… " + told + " more rounds";
        folded.add(Row.gap(thread(rows.subList(begin, begin + length)), told * length, more));
        if (hasLast) {
            folded.addAll(rows.subList(end - length, end));
        }
        return end;
    }

    /** The thread that all of the rows are of; -1 if they are of several. */
    static int thread(List<Row> rows) {
        int thread = rows.get(0).thread();
        for (Row row : rows) {
            if (row.thread() != thread) {
                return -1;
            }
        }
        return thread;
    }

    /** How many rows from there on are a round that saves most if it is told once; 0 if none does. */
    private static int length(List<Row> rows, int begin) {
        int best = 0;
        int most = 0;
        for (int length = 1; length <= LONGEST && begin + length * 2 <= rows.size(); length++) {
            int rounds = rounds(rows, begin, length);
            int saved = rounds < (length < LONG ? FEWEST : 2) ? 0 : (rounds - (length == 1 ? 2 : 1)) * length - 1;
            if (saved > most) {
                most = saved;
                best = length;
            }
        }
        return best;
    }

    private static int rounds(List<Row> rows, int begin, int length) {
        int end = begin;
        while (end < rows.size()
                && isRound(rows, end)
                && isSame(rows.get(end), rows.get(begin + (end - begin) % length))) {
            end++;
        }
        return (end - begin) / length;
    }

    /** What comes right before a preemption is told, however often it came before. */
    private static boolean isRound(List<Row> rows, int position) {
        for (Row row : rows.subList(position, Math.min(rows.size(), position + BEFORE_RULE + 1))) {
            if (row.type() == Row.Type.RULE) {
                return false;
            }
        }
        Row row = rows.get(position);
        return row.type() != Row.Type.GAP && !row.stays();
    }

    private static boolean isSame(Row row, Row other) {
        return row.thread() == other.thread() && row.shape() == other.shape() && row.shape() != 0;
    }
}
