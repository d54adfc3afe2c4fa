package dev.jcoyote;

import java.time.Duration;

/**
 * Whether failures are explained, how much may be spent on making one simpler first, and for how wide a screen.
 *
 * @param wanted whether there is an explanation at all
 * @param executions the most executions for it, at least 0
 * @param time the most time for it, not negative
 * @param columns how many columns the screen has that it is shown on; fewer than 80 count as 80
 */
public record ExplanationSettings(boolean wanted, int executions, Duration time, int columns) {
    private static final int USUAL_EXECUTIONS = 2_000;
    private static final int MOST_EXECUTIONS = Integer.MAX_VALUE;
    private static final int USUAL_COLUMNS = 80;

    /** 2,000 executions or 2 seconds, whichever is first. */
    public static final ExplanationSettings USUAL =
            new ExplanationSettings(true, USUAL_EXECUTIONS, Duration.ofSeconds(2));

    /** Nothing is explained. */
    public static final ExplanationSettings OFF = new ExplanationSettings(false, 0, Duration.ZERO);

    /** Refuses what is out of range. */
    public ExplanationSettings {
        if (executions < 0 || time.isNegative()) {
            throw new IllegalArgumentException("The budget for minimising must not be negative, but is " + executions
                    + " executions and " + time.toMillis() + " ms");
        }
    }

    /** The same for a screen of 80 columns. */
    public ExplanationSettings(boolean wanted, int executions, Duration time) {
        this(wanted, executions, time, USUAL_COLUMNS);
    }

    /** The same for a screen of so many columns. */
    public ExplanationSettings withColumns(int number) {
        return new ExplanationSettings(wanted, executions, time, number);
    }

    /**
     * Reads a budget: a number of executions, such as {@code 500}, or a time, such as {@code 5s} or {@code 300ms}. With 0 the
     * failure is explained as it was found; with {@code off} it is not explained, and nothing is run again for it.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static ExplanationSettings of(String budget) {
        String text = budget.strip();
        if (text.equals("off")) {
            return OFF;
        }
        try {
            if (text.endsWith("ms")) {
                return ofTime(Duration.ofMillis(number(text, 2)));
            }
            if (text.endsWith("s")) {
                return ofTime(Duration.ofSeconds(number(text, 1)));
            }
            int executions = Math.toIntExact(number(text, 0));
            return new ExplanationSettings(true, executions, executions == 0 ? Duration.ZERO : Duration.ofDays(1));
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The budget for minimising is a number of executions such as 500, a time such as 5s or 300ms, or off, but is \""
                            + budget + "\"",
                    e);
        }
    }

    private static ExplanationSettings ofTime(Duration time) {
        return new ExplanationSettings(true, time.isZero() ? 0 : MOST_EXECUTIONS, time);
    }

    private static long number(String text, int unit) {
        return Long.parseLong(text.substring(0, text.length() - unit).strip());
    }
}
