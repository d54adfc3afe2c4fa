package dev.jcoyote;

import java.util.Locale;

/** What a recorded schedule shows of the code as it is now. */
public enum ReplayCategory {
    /** The execution fails as it did when it was recorded. */
    STILL_FAILS,
    /** The execution fails, but not as it did when it was recorded. */
    FAILS_OTHERWISE,
    /** The execution went the recorded way, as far as the code lets it, and did not fail. */
    PASSES,
    /**
     * The execution did not fail, which says nothing: too much of the schedule is gone, be it threads or code, namely more
     * than half of its decisions, or more than a quarter of those on either side of a switch between threads; or the
     * execution did not come to its end.
     */
    NO_LONGER_APPLIES,
    /** The schedule cannot be read, or cannot be replayed here. */
    UNUSABLE;

    /** The same of several schedules, such as {@code still fail}. */
    public String plural() {
        return switch (this) {
            case STILL_FAILS -> "still fail";
            case FAILS_OTHERWISE -> "fail otherwise";
            case PASSES -> "pass";
            case NO_LONGER_APPLIES -> "no longer apply";
            case UNUSABLE -> "cannot be replayed";
        };
    }

    /** Whether the execution failed. */
    public boolean isFailure() {
        return this == STILL_FAILS || this == FAILS_OTHERWISE;
    }

    /** The name in words, such as {@code still fails}. */
    public String text() {
        return this == UNUSABLE
                ? "cannot be replayed"
                : name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
