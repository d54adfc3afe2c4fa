package dev.jcoyote.schedule;

/**
 * The escapes that let any text stand in a column of a schedule file.
 *
 * <p>Columns are separated by two or more blanks; so an escaped text has no blank at its ends, no two in a row, no
 * control character, and is not empty. Single blanks inside stay as they are. What a backslash introduces:
 * <ul>
 *   <li>{@code \\} a backslash, {@code \n} a line feed, {@code \r} a carriage return, {@code \t} a tab,
 *   <li>{@code \s} a blank that could be mistaken for a separator,
 *   <li>{@code \e} alone: the empty text,
 *   <li>{@code \}{@code u}<i>hhhh</i>: another control character, or half of a broken surrogate pair.
 * </ul>
 */
final class Escapes {
    private Escapes() {}

    static String escape(String text) {
        if (text.isEmpty()) {
            return "\\e";
        }
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                case ' ' -> escaped.append(isPlainBlank(text, i) ? " " : "\\s");
                default -> {
                    if (Character.isISOControl(c) || isBrokenSurrogate(text, i)) {
                        escaped.append(String.format("\\u%04x", (int) c));
                    } else {
                        escaped.append(c);
                    }
                }
            }
        }
        return escaped.toString();
    }

    /**
     * Reverses {@link #escape}.
     *
     * @throws IllegalArgumentException with the reason, if an escape is none of ours
     */
    static String unescape(String escaped) {
        if (escaped.indexOf('\\') < 0) {
            return escaped;
        }
        if (escaped.equals("\\e")) {
            return "";
        }
        StringBuilder text = new StringBuilder(escaped.length());
        int i = 0;
        while (i < escaped.length()) {
            char c = escaped.charAt(i++);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char escape = i < escaped.length() ? escaped.charAt(i) : ' ';
            i++;
            switch (escape) {
                case '\\' -> text.append('\\');
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 's' -> text.append(' ');
                case 'u' -> {
                    text.append(unicode(escaped, i));
                    i += 4;
                }
                default -> throw unknown(escaped.substring(i - 2, Math.min(i, escaped.length())));
            }
        }
        return text.toString();
    }

    private static char unicode(String escaped, int from) {
        if (from + 4 > escaped.length()) {
            throw unknown(escaped.substring(from - 2));
        }
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit(escaped.charAt(i), 16);
            if (digit < 0) {
                throw unknown(escaped.substring(from - 2, from + 4));
            }
            value = value * 16 + digit;
        }
        return (char) value;
    }

    private static IllegalArgumentException unknown(String escape) {
        return new IllegalArgumentException("\"" + escape + "\" is no escape");
    }

    private static boolean isPlainBlank(String text, int i) {
        return i > 0 && i < text.length() - 1 && text.charAt(i - 1) != ' ';
    }

    private static boolean isBrokenSurrogate(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
