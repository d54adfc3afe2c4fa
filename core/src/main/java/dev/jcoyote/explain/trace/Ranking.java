package dev.jcoyote.explain.trace;

import dev.jcoyote.explain.trace.Row.Weight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Knows which rows the reader needs least: those far from preemptions, from the cause and from the end. */
final class Ranking {
    private static final int NEAR = 2;

    private static final int FAR = 6;

    private final List<Row> rows;

    /** The positions of the rows that may be left out, those that matter most first. */
    private final List<Integer> ranked = new ArrayList<>();

    Ranking(List<Row> rows) {
        this.rows = rows;
        int[] distances = distances();
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).stays()) {
                ranked.add(i);
            }
        }
        ranked.sort(Comparator.<Integer>comparingInt(i -> distances[i]).thenComparing(Comparator.reverseOrder()));
    }

    /** The rows that must stay, and so many of the others; gaps tell how many steps are missing. */
    List<Row> most(int number) {
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

    /** By row: the lower, the more it matters; how far it is from what goes wrong. */
    private int[] distances() {
        int[] distances = new int[rows.size()];
        int distance = rows.size();
        for (int i = 0; i < rows.size(); i++) {
            distance = isAnchor(rows.get(i)) ? 0 : distance + 1;
            distances[i] = distance;
        }
        distance = 0;
        Set<Long> topics = topics();
        for (int i = rows.size() - 1; i >= 0; i--) {
            Row row = rows.get(i);
            distance = isAnchor(row) ? 0 : distance + 1;
            distances[i] = Math.min(distances[i], distance)
                    + (row.weight() == Weight.SHARED ? 0 : FAR)
                    + (row.text().startsWith("unlocks") ? NEAR : 0)
                    - (topics.contains(row.topic()) ? NEAR : 0);
        }
        return distances;
    }

    private static boolean isAnchor(Row row) {
        return row.type() == Row.Type.RULE || row.mark() > 0;
    }

    /** What the steps are about that the cause consists of, and those before and after preemptions. */
    private Set<Long> topics() {
        Set<Long> topics = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            boolean isBeside = (i + 1 < rows.size() && rows.get(i + 1).type() == Row.Type.RULE)
                    || (i > 0 && rows.get(i - 1).type() == Row.Type.RULE);
            if (rows.get(i).mark() > 0 || isBeside) {
                topics.add(rows.get(i).topic());
            }
        }
        topics.remove(0L);
        return topics;
    }
}
