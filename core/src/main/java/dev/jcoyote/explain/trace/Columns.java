package dev.jcoyote.explain.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntFunction;

/**
 * Sets rows in columns, one a thread. A column is where its texts begin: since each row is of one thread, a text may be longer
 * than its column is wide. Where there are too many threads for that, each row begins with its thread's name.
 */
final class Columns {
    /** Less than that does not look like a column. */
    private static final int LEAST_STEP = 8;

    private static final int MOST_STEP = 26;

    /** So much room a text should have before it is broken. */
    private static final int FAIR_TEXT = 34;

    /** With less room no text can be read. */
    private static final int LEAST_TEXT = 26;

    private static final int GUTTER = 2;

    private final Style style;
    private final IntFunction<String> names;
    private final List<Row> rows;
    private final List<Integer> threads;
    private final List<String> lines = new ArrayList<>();

    /** By line: the number of the step that begins there. */
    private final Map<Integer, Integer> numbers = new HashMap<>();

    /** Where the code positions begin. */
    private final int places;

    /** From one column to the next; 0 if there are no columns. */
    private final int step;

    /** Where the texts of rows begin that are in no column. */
    private final int front;

    private Columns(List<Row> rows, IntFunction<String> names, Style style) {
        this.rows = rows;
        this.names = names;
        this.style = style;
        TreeSet<Integer> shown = new TreeSet<>();
        int place = 0;
        int text = 0;
        for (Row row : rows) {
            if (row.thread() >= 0) {
                shown.add(row.thread());
            }
            place = Math.max(place, row.place().length());
        }
        threads = List.copyOf(shown);
        for (Row row : rows) {
            if (row.thread() >= 0 && row.thread() == threads.get(threads.size() - 1)) {
                text = Math.max(text, text(row).length());
            }
        }
        places = style.width() - place;
        step = step(Math.min(text, FAIR_TEXT));
        front = step == 0 ? longestName() + GUTTER : 0;
    }

    /** The lines of the rows; if all are told, with the numbers of the steps before them. */
    static List<String> lines(List<Row> rows, IntFunction<String> names, Style style) {
        int most = style.full() ? rows.stream().mapToInt(Row::number).max().orElse(0) : 0;
        int margin = most == 0 ? 0 : Integer.toString(most).length() + GUTTER;
        Columns columns = new Columns(rows, names, style.narrower(margin));
        columns.set();
        return margin == 0 ? columns.lines : columns.numbered(margin);
    }

    private List<String> numbered(int margin) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int number = numbers.getOrDefault(i, 0);
            String text = number == 0 ? "" : Integer.toString(number);
            boolean isRule = lines.get(i).startsWith(style.set("──"));
            String front = isRule
                    ? style.set("─".repeat(margin))
                    : " ".repeat(margin - GUTTER - text.length()) + text + " ".repeat(GUTTER);
            all.add(front + lines.get(i));
        }
        return all;
    }

    private int step(int lastText) {
        if (threads.size() < 2) {
            return MOST_STEP;
        }
        int others = threads.size() - 1;
        int step = (places - GUTTER - lastText) / others;
        if (step < LEAST_STEP) {
            step = Math.min((places - GUTTER - LEAST_TEXT) / others, LEAST_STEP);
        }
        int wish = longestName() + 1;
        if (step >= LEAST_STEP && step < wish && (places - GUTTER - lastText) / others >= wish) {
            step = wish;
        }
        return step < LEAST_STEP ? 0 : Math.min(step, MOST_STEP);
    }

    private int longestName() {
        int longest = 0;
        for (int thread : threads) {
            longest = Math.max(longest, names.apply(thread).length());
        }
        return longest;
    }

    private void set() {
        if (step > 0) {
            head();
        }
        int before = -1;
        for (Row row : rows) {
            if (row.type() == Row.Type.RULE) {
                lines.add(rule(row.text()));
                before = -1;
            } else {
                set(row, row.thread() != before);
                before = row.thread();
            }
        }
    }

    /** The names of the threads above their columns, on as few lines as hold them. */
    private void head() {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < threads.size(); i++) {
            String name = names.apply(threads.get(i));
            if (line.length() > 0 && i * step <= line.length()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            pad(line, i * step).append(name);
        }
        lines.add(line.toString());
        lines.add(style.set("─".repeat(style.width())));
    }

    private String rule(String text) {
        String begin = "──── " + text + " ";
        return style.set(begin
                + "─".repeat(Math.max(4, style.width() - style.set(begin).length())));
    }

    private void set(Row row, boolean isNamed) {
        int column = step == 0 ? front : Math.max(0, threads.indexOf(row.thread())) * step;
        boolean hasPlace = !row.place().isEmpty();
        int room = (hasPlace ? places - GUTTER : style.width()) - column;
        List<String> parts = broken(text(row), room);
        numbers.put(lines.size(), row.number());
        for (int i = 0; i < parts.size(); i++) {
            StringBuilder line = new StringBuilder();
            if (step == 0 && i == 0 && isNamed && row.thread() >= 0) {
                line.append(names.apply(row.thread()));
            }
            pad(line, column).append(i == 0 ? "" : "  ").append(parts.get(i));
            if (i == 0 && hasPlace) {
                pad(line, places).append(row.place());
            }
            lines.add(line.toString());
        }
    }

    private String text(Row row) {
        return style.set(row.mark() > 0 ? row.text() + "  ◄ " + row.mark() : row.text());
    }

    /** The text in parts of at most that length, the later ones indented; broken between words where there are some. */
    private static List<String> broken(String text, int room) {
        List<String> parts = new ArrayList<>();
        String left = text;
        int most = Math.max(room, 12);
        while (left.length() > most) {
            int space = left.lastIndexOf(' ', most);
            int end = space < 5 ? most : space;
            parts.add(left.substring(0, end).stripTrailing());
            left = left.substring(end).stripLeading();
            most = Math.max(room - 2, 12);
        }
        parts.add(left);
        return parts;
    }

    private static StringBuilder pad(StringBuilder line, int length) {
        return line.append(" ".repeat(Math.max(0, length - line.length())));
    }
}
