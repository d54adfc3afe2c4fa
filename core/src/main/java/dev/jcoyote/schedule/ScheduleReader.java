package dev.jcoyote.schedule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One reading of a schedule's text: see {@link ScheduleFormat} for the form. */
final class ScheduleReader {
    private static final int LONGEST_QUOTE = 40;
    private static final String COPY_AGAIN = "copy the file again from where it was written";

    private final String file;
    private final List<String> lines;
    private final Map<String, String> header = new LinkedHashMap<>();
    private final List<Decision> decisions = new ArrayList<>();

    /** How many lines are read: the number of the line at hand, from 1. */
    private int line;

    ScheduleReader(String text, String file) {
        this.file = file;
        // Editors may put a byte order mark before the first line.
        lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
    }

    Schedule read() {
        if (lines.stream().allMatch(String::isBlank)) {
            throw new ScheduleFormatException(file, 0, "is empty: " + COPY_AGAIN);
        }
        readVersion(lines.get(line++));
        if (lines.stream().noneMatch(ScheduleReader::isEnd)) {
            throw new ScheduleFormatException(
                    file,
                    lines.size(),
                    "the file ends here, without the line that begins with \"" + ScheduleFormat.END
                            + "\": it was cut off; " + COPY_AGAIN);
        }
        readHeader();
        String text = lines.get(line++);
        while (!isEnd(text)) {
            if (!text.startsWith("#")) {
                decisions.add(decision(new Columns(text)));
            }
            text = lines.get(line++);
        }
        readEnd(text);
        return new Schedule(header, decisions);
    }

    private void readVersion(String text) {
        if (!text.startsWith(ScheduleFormat.MAGIC + " ")) {
            throw new ScheduleFormatException(
                    file,
                    0,
                    "is not a jcoyote schedule: its first line is " + quote(text)
                            + ", and not \"" + ScheduleFormat.MAGIC + " " + ScheduleFormat.VERSION
                            + "\"; name a file that jcoyote wrote, such as one that ends in .schedule");
        }
        int start = ScheduleFormat.MAGIC.length() + 1;
        int version = number(text.substring(start).stripTrailing(), start + 1, "version");
        if (version > ScheduleFormat.VERSION) {
            throw new ScheduleFormatException(
                    file,
                    0,
                    "was written by a newer jcoyote (format " + version + "); this one reads up to "
                            + ScheduleFormat.VERSION + ": update jcoyote");
        }
        if (version < 1) {
            throw wrong("there is no format " + version + ", the first was 1: " + COPY_AGAIN);
        }
    }

    private void readHeader() {
        for (String text = lines.get(line++); !text.isEmpty(); text = lines.get(line++)) {
            if (text.startsWith("#")) {
                continue;
            }
            int colon = text.indexOf(": ");
            if (colon < 0 || !ScheduleFormat.isKey(text.substring(0, colon))) {
                throw wrong("expected a setting as \"key: value\", or the blank line that ends them, but found "
                        + quote(text) + ": " + COPY_AGAIN);
            }
            String key = text.substring(0, colon);
            if (header.put(key, unescape(text.substring(colon + 2), colon + 3)) != null) {
                throw wrong("the setting " + key + " stands here for the second time: delete one of the two lines");
            }
        }
    }

    private Decision decision(Columns columns) {
        if (columns.count() != 7) {
            throw wrong("a decision has 7 columns, two or more blanks apart, but here are " + columns.count() + ": "
                    + COPY_AGAIN);
        }
        int value = 0;
        int bound = 0;
        String choice = columns.text(3);
        if (!choice.equals(ScheduleFormat.NOTHING)) {
            int slash = choice.indexOf('/');
            if (slash < 0) {
                throw wrong("column " + columns.start(3) + ": a value is \"-\" or \"value/bound\", but this is "
                        + quote(choice));
            }
            value = number(choice.substring(0, slash), columns.start(3), "value");
            bound = number(choice.substring(slash + 1), columns.start(3) + slash + 1, "bound");
        }
        return new Decision(
                number(columns.text(0), columns.start(0), "step"),
                kind(columns.text(1), columns.start(1)),
                unescape(columns.text(2), columns.start(2)),
                value,
                bound,
                unescape(columns.text(5), columns.start(5)),
                unescape(columns.text(6), columns.start(6)),
                hash(columns.text(4), columns.start(4)));
    }

    private static boolean isEnd(String text) {
        return text.startsWith(ScheduleFormat.END + " ");
    }

    private void readEnd(String text) {
        String[] words = text.stripTrailing().split(" ", 3);
        int count = number(words.length == 1 ? "" : words[1], ScheduleFormat.END.length() + 2, "number of decisions");
        if (count != decisions.size()) {
            throw wrong("the file says that it has " + count + " decisions, but it has " + decisions.size()
                    + ": it was cut or damaged; " + COPY_AGAIN);
        }
        String before = String.join("\n", lines.subList(0, line - 1)) + "\n";
        if (words.length == 3 && !words[2].equals(ScheduleFormat.checkSum(before))) {
            throw wrong("the check sum does not match: the file was changed or damaged; " + COPY_AGAIN
                    + ", or, if the change is wanted, let this line be \"" + ScheduleFormat.END + " " + count + "\"");
        }
        while (line < lines.size()) {
            if (!lines.get(line++).isBlank()) {
                throw wrong("nothing may follow the line that begins with \"" + ScheduleFormat.END + "\": delete "
                        + quote(lines.get(line - 1)));
            }
        }
    }

    private Decision.Kind kind(String name, int column) {
        for (Decision.Kind kind : Decision.Kind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw wrong("column " + column + ": there is no kind of decision " + quote(name) + ", only "
                + List.of(Decision.Kind.values()) + ": " + COPY_AGAIN);
    }

    private int number(String digits, int column, String what) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException noNumber) {
            throw wrong("column " + column + ": the " + what + " must be a number, but is " + quote(digits) + ": "
                    + COPY_AGAIN);
        }
    }

    private int hash(String digits, int column) {
        try {
            return Integer.parseUnsignedInt(digits, 16);
        } catch (NumberFormatException noNumber) {
            throw wrong("column " + column + ": the hash of the enabled threads has up to 8 hexadecimal digits, but is "
                    + quote(digits) + ": " + COPY_AGAIN);
        }
    }

    private String unescape(String escaped, int column) {
        try {
            return Escapes.unescape(escaped);
        } catch (IllegalArgumentException noEscape) {
            throw wrong("column " + column + ": " + noEscape.getMessage() + "; a backslash is written as two");
        }
    }

    private ScheduleFormatException wrong(String reason) {
        return new ScheduleFormatException(file, line, reason);
    }

    /** The text as an error shows it: short, and without what a terminal would obey. */
    private static String quote(String text) {
        String start = text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
        return '"' + start.replaceAll("[\\p{Cntrl}\\uFFFD]", "?") + '"';
    }
}
