package dev.jcoyote.explain.trace;

import dev.jcoyote.explain.trace.Row.Type;
import dev.jcoyote.explain.trace.Row.Weight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Leaves out the rows that the reader needs least: first those of one thread alone, then those far from what goes wrong. */
final class Shortening {
    private static final int NEAR = 2;

    private static final int FAR = 6;

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
        for (int i = 0; i < relevant.size(); i++) {
            Row row = relevant.get(i);
            rows.add(row);
            boolean isBare = row.type() == Type.RULE
                    && (i + 1 == relevant.size() || relevant.get(i + 1).type() == Type.RULE);
            if (isBare) {
                int rule = position(all, row);
                if (rule + 1 < all.size() && all.get(rule + 1).type() != Type.RULE) {
                    rows.add(all.get(rule + 1));
                }
            }
        }
        return rows;
    }

    private static int position(List<Row> rows, Row wanted) {
        int position = 0;
        while (rows.get(position) != wanted) {
            position++;
        }
        return position;
    }

    /** Puts threads that are started, and threads that are joined, one right after the other into one row. */
    static List<Row> merged(List<Row> rows) {
        List<Row> merged = new ArrayList<>();
        for (Row row : rows) {
            Row before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            boolean isMore = before != null
                    && (row.type() == Type.START || row.type() == Type.JOIN)
                    && before.type() == row.type()
                    && before.thread() == row.thread()
                    && before.mark() == 0
                    && row.mark() == 0;
            if (isMore) {
                String name = row.text().substring(row.text().indexOf(' ') + 1);
                merged.set(merged.size() - 1, before.with(before.text() + ", " + name));
            } else {
                merged.add(row);
            }
        }
        return merged;
    }

    /** Two rows that say the same are one. */
    static List<Row> withoutTwins(List<Row> rows) {
        List<Row> left = new ArrayList<>();
        for (Row row : rows) {
            Row before = left.isEmpty() ? null : left.get(left.size() - 1);
            if (before != null && row.type() == Type.STEP && row.mark() == 0 && before.isLike(row)) {
                left.set(left.size() - 1, before.with(before.text() + " (twice)"));
            } else {
                left.add(row);
            }
        }
        return left;
    }

    /** The rows that matter most, so many of those that may be left out; gaps tell how many are missing. */
    static List<Row> most(List<Row> rows, int number) {
        Set<Long> topics = topics(rows);
        List<Integer> ranked = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).stays()) {
                ranked.add(i);
            }
        }
        int[] distances = new int[rows.size()];
        ranked.forEach(i -> distances[i] = distance(rows, i, topics));
        ranked.sort(Comparator.<Integer>comparingInt(i -> distances[i]).thenComparing(Comparator.reverseOrder()));
        Set<Integer> kept = new HashSet<>(ranked.subList(0, Math.min(number, ranked.size())));
        List<Row> most = new ArrayList<>();
        int begin = 0;
        while (begin < rows.size()) {
            int end = begin;
            while (end < rows.size() && !rows.get(end).stays() && !kept.contains(end)) {
                end++;
            }
            if (end - begin > 1) {
                List<Row> left = rows.subList(begin, end);
                int steps = left.stream().mapToInt(Row::steps).sum();
                most.add(Row.gap(Rounds.thread(left), steps, "… " + steps + " steps"));
            } else if (end - begin == 1) {
                most.add(rows.get(begin));
            }
            if (end < rows.size()) {
                most.add(rows.get(end));
            }
            begin = end + 1;
        }
        return most;
    }

    /** What the steps are about that the cause consists of, and those before and after preemptions. */
    private static Set<Long> topics(List<Row> rows) {
        Set<Long> topics = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            boolean isBeside = i + 1 < rows.size() && rows.get(i + 1).type() == Type.RULE
                    || i > 0 && rows.get(i - 1).type() == Type.RULE;
            if (rows.get(i).mark() > 0 || isBeside) {
                topics.add(rows.get(i).topic());
            }
        }
        topics.remove(0L);
        return topics;
    }

    /** The lower, the more the row matters: how far it is from what goes wrong. */
    private static int distance(List<Row> rows, int position, Set<Long> topics) {
        Row row = rows.get(position);
        int distance = rows.size() - position;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).type() == Type.RULE || rows.get(i).mark() > 0) {
                distance = Math.min(distance, Math.abs(i - position));
            }
        }
        distance += row.weight() == Weight.SHARED ? 0 : FAR;
        distance += row.text().startsWith("unlocks") ? NEAR : 0;
        return distance - (topics.contains(row.topic()) ? NEAR : 0);
    }
}
