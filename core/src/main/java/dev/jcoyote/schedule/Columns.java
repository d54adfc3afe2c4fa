package dev.jcoyote.schedule;

import java.util.ArrayList;
import java.util.List;

/** A line of a schedule, split into columns where two or more blanks stand; each knows where it begins. */
final class Columns {
    private final List<String> texts = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();

    Columns(String line) {
        int start = skipBlanks(line, 0);
        while (start < line.length()) {
            int separator = line.indexOf("  ", start);
            int end = separator < 0 ? line.length() : separator;
            texts.add(line.substring(start, end));
            starts.add(start + 1);
            start = skipBlanks(line, end);
        }
    }

    int count() {
        return texts.size();
    }

    String text(int column) {
        return texts.get(column);
    }

    /** The position of the column's first character in the line, from 1. */
    int start(int column) {
        return starts.get(column);
    }

    private static int skipBlanks(String line, int from) {
        int position = from;
        while (position < line.length() && line.charAt(position) == ' ') {
            position++;
        }
        return position;
    }
}
