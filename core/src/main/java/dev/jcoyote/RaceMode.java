package dev.jcoyote;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What becomes of data races: two accesses of the same memory by two threads, one of them a write, that nothing orders. */
public enum RaceMode {
    /** A warning each; from the next epoch on, what races has scheduling points, so that what the race breaks is found. */
    EXPLORE,
    /** A bug each, also where nothing breaks in that execution. Scheduling points as with {@link #EXPLORE}. */
    FAIL,
    /** Nobody looks for them. */
    OFF;

    /** The name that options and schedules have for it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The one of that {@link #id}.
     *
     * @throws IllegalArgumentException if there is none; the message lists them
     */
    public static RaceMode of(String id) {
        for (RaceMode mode : values()) {
            if (mode.id().equals(id)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("There is no treatment of races named '" + id + "'; choose one of "
                + Arrays.stream(values()).map(RaceMode::id).collect(Collectors.joining(", ")));
    }
}
