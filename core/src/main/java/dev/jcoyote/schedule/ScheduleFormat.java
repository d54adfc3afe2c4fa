package dev.jcoyote.schedule;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The text form of a schedule: one that people read, compare and keep beside their tests.
 *
 * <pre>
 * jcoyote-schedule 1
 * test: com.example.AccountTest.withdrawals
 * seed: 42
 *
 * # step  kind    thread  value  enabled   operation            site
 * 3       THREAD  main.1  -      9c04be11  READ Account.balance  com.example.Account.withdraw:12
 * 7       NOTIFY  main.2  0/2    00d1f3a7  NOTIFY               com.example.Account.deposit:20
 * end 2 5b1e09c3
 * </pre>
 *
 * <p>The first line has the version. Settings follow, as {@code key: value}; then, after a blank line, one decision a
 * line in columns that are two or more blanks apart; {@link Escapes} makes that unambiguous. Lines that begin with
 * {@code #} are comments. The last line has the number of decisions and a check sum (CRC-32 of all lines before it);
 * who changes a file by hand on purpose deletes the check sum.
 */
public final class ScheduleFormat {
    /** The version that this class writes; it reads all up to it. */
    public static final int VERSION = 1;

    static final String MAGIC = "jcoyote-schedule";
    static final String END = "end";
    static final String NOTHING = "-";

    private static final String[] COLUMNS = {"# step", "kind", "thread", "value", "enabled", "operation", "site"};
    private static final int WIDEST_PADDING = 60;

    private ScheduleFormat() {}

    /**
     * Writes a schedule. Equal schedules give equal texts.
     *
     * @throws IllegalArgumentException if a header key has other characters than letters, digits, dots and hyphens
     */
    public static String write(Schedule schedule) {
        StringBuilder text = new StringBuilder(256 + 80 * schedule.decisions().size());
        text.append(MAGIC).append(' ').append(VERSION).append('\n');
        for (Map.Entry<String, String> setting : schedule.header().entrySet()) {
            if (!isKey(setting.getKey())) {
                throw new IllegalArgumentException(
                        "A header key consists of letters, digits, dots and hyphens, but is \"" + setting.getKey()
                                + "\"");
            }
            text.append(setting.getKey())
                    .append(": ")
                    .append(Escapes.escape(setting.getValue()))
                    .append('\n');
        }
        text.append('\n');
        appendTable(text, schedule.decisions());
        String checkSum = checkSum(text);
        text.append(END).append(' ').append(schedule.decisions().size());
        return text.append(' ').append(checkSum).append('\n').toString();
    }

    /**
     * Reads a schedule.
     *
     * @param fileName what errors call the text
     * @throws ScheduleFormatException if it is none, was cut off or damaged, or is of a newer version
     */
    public static Schedule read(String text, String fileName) {
        return new ScheduleReader(text, fileName).read();
    }

    static boolean isKey(String key) {
        return !key.isEmpty()
                && key.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || c == '.'
                                || c == '-');
    }

    /** The check sum of the text: 8 hexadecimal digits. */
    static String checkSum(CharSequence text) {
        CRC32 sum = new CRC32();
        sum.update(text.toString().getBytes(StandardCharsets.UTF_8));
        return String.format("%04x", sum.getValue());
    }

    private static void appendTable(StringBuilder text, List<Decision> decisions) {
        List<String[]> rows = new ArrayList<>(decisions.size() + 1);
        rows.add(COLUMNS);
        for (Decision decision : decisions) {
            rows.add(row(decision));
        }
        int[] widths = new int[COLUMNS.length];
        for (String[] row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.min(WIDEST_PADDING, Math.max(widths[column], row[column].length()));
            }
        }
        for (String[] row : rows) {
            for (int column = 0; column < widths.length - 1; column++) {
                text.append(row[column]);
                text.append(" ".repeat(Math.max(0, widths[column] - row[column].length()) + 2));
            }
            text.append(row[widths.length - 1]).append('\n');
        }
    }

    private static String[] row(Decision decision) {
        boolean hasValue = decision.value() != 0 || decision.bound() != 0;
        return new String[] {
            Integer.toString(decision.step()),
            decision.kind().name(),
            Escapes.escape(decision.thread()),
            hasValue ? decision.value() + "/" + decision.bound() : NOTHING,
            String.format("%04x", decision.enabledHash()),
            Escapes.escape(decision.operation()),
            Escapes.escape(decision.site())
        };
    }
}
