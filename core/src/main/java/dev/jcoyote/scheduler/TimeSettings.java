package dev.jcoyote.scheduler;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * What is chosen about time in all executions of an exploration.
 *
 * @param start the first instant of every execution
 * @param exploreTimeouts whether the end of the earliest timed wait is an option at every scheduling point, or happens only
 *     when nothing else can
 * @param spuriousWakeups whether waits may end without a reason, as the strategy chooses
 */
public record TimeSettings(Instant start, boolean exploreTimeouts, boolean spuriousWakeups) {
    private static final String EXPLORE = "explore";

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** The same in every release, so that schedules mean the same. */
    public static final Instant USUAL_START = Instant.parse("2026-01-01T00:00:00Z");

    /** Those of who chooses nothing. */
    public static final TimeSettings USUAL = new TimeSettings(USUAL_START, false, false);

    /** Refuses a start that leaves no room for the time of an execution. */
    public TimeSettings {
        if (start.isBefore(EARLIEST) || start.isAfter(LATEST)) {
            throw new IllegalArgumentException(
                    "The start time must be from " + EARLIEST + " to " + LATEST + ", but is " + start);
        }
    }

    /** These, with another first instant. */
    public TimeSettings from(Instant instant) {
        return new TimeSettings(instant, exploreTimeouts, spuriousWakeups);
    }

    /** These, with the end of timed waits as a choice or not. */
    public TimeSettings exploringTimeouts(boolean explore) {
        return new TimeSettings(start, explore, spuriousWakeups);
    }

    /** These, with waits that may end without a reason or not. */
    public TimeSettings wakingSpuriously(boolean wake) {
        return new TimeSettings(start, exploreTimeouts, wake);
    }

    /**
     * Reads when timed waits end: {@code idle} or {@code explore}.
     *
     * @param option what errors call it
     */
    public static boolean areExplored(String option, String text) {
        if (!text.equals("idle") && !text.equals(EXPLORE)) {
            throw new IllegalArgumentException(option + " is idle or explore, but is \"" + text + "\"");
        }
        return text.equals(EXPLORE);
    }

    /** Reads an instant as people write it: {@code 2026-01-01T00:00:00Z}. */
    public static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "The start time must be an instant such as " + USUAL_START + ", but is \"" + text + "\"", e);
        }
    }
}
