package dev.jcoyote.explain.trace;

import java.util.ArrayList;
import java.util.List;

/** Tells rows that come over and over once, with a count; the last time as well if it says something else. */
final class Rounds {
    private static final int LONGEST = 24;

    private static final int FEWEST = 3;

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
        int told = isSame ? rounds - 1 : rounds - 2;
        String more = told == 1 ? "… 1 more round" : "… " + told + " more rounds";
        folded.add(Row.gap(thread(rows.subList(begin, begin + length)), told * length, more));
        if (!isSame) {
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
        for (int length = 1; length <= LONGEST && begin + length * FEWEST <= rows.size(); length++) {
            int rounds = rounds(rows, begin, length);
            int saved = rounds < FEWEST ? 0 : (rounds - 2) * length;
            if (saved > most && saved > 1) {
                most = saved;
                best = length;
            }
        }
        return best;
    }

    private static int rounds(List<Row> rows, int begin, int length) {
        int end = begin;
        while (end < rows.size()
                && isRound(rows.get(end))
                && isSame(rows.get(end), rows.get(begin + (end - begin) % length))) {
            end++;
        }
        return (end - begin) / length;
    }

    private static boolean isRound(Row row) {
        return row.type() != Row.Type.RULE && row.type() != Row.Type.GAP && !row.stays();
    }

    private static boolean isSame(Row row, Row other) {
        return row.thread() == other.thread() && row.shape() == other.shape() && row.shape() != 0;
    }
}
