package dev.jcoyote.cli;

import dev.jcoyote.explain.trace.Style;
import dev.jcoyote.testing.ProgramOutput;
import java.time.Duration;

/** Small pieces of text. They avoid {@code String.format}, whose first use costs 20 ms. */
final class Text {
    private static final int WIDTH = 80;

    private Text() {}

    /** A number with its noun: {@code 1 bug}, {@code 2 bugs}. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** A share in per cent, with two digits: {@code 8.33%}. */
    static String percent(long part, long whole) {
        return (whole == 0 ? "0.00" : hundredths(Math.round(10_000.0 * part / whole))) + "%";
    }

    /** A probability in per cent, rounded up: {@code 0.01%} is the least that is not nothing. */
    static String chance(double probability) {
        return hundredths((long) Math.ceil(10_000 * probability)) + "%";
    }

    /** A time in seconds, with two digits: {@code 0.43 s}. */
    static String seconds(Duration time) {
        return hundredths(Math.round(time.toNanos() / 1e7)) + " s";
    }

    private static String hundredths(long number) {
        long fraction = number % 100;
        return number / 100 + (fraction < 10 ? ".0" : ".") + fraction;
    }

    /** Breaks text at blanks into lines of at most 80 columns; further lines are indented as deep as the first. */
    static String wrap(String lead, String text) {
        String indent = " ".repeat(lead.length());
        StringBuilder result = new StringBuilder(lead);
        int column = lead.length();
        boolean first = true;
        for (String word : text.split(" ", -1)) {
            if (!first && column + 1 + word.length() > WIDTH) {
                result.append('\n').append(indent);
                column = indent.length();
            } else if (!first) {
                result.append(' ');
                column++;
            }
            result.append(word);
            column += word.length();
            first = false;
        }
        return result.toString();
    }

    /** A word of a shell's command line, quoted if it has to be. */
    static String shell(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (!Character.isLetterOrDigit(c) && "-_./:=@%+,".indexOf(c) < 0) {
                return "'" + word.replace("'", "'\\''") + "'";
            }
        }
        return word.isEmpty() ? "''" : word;
    }

    /** The text of a report in characters that the screen has. */
    static String onScreen(String report) {
        return Style.fit(report, ProgramOutput.charset("stdout"));
    }
}
