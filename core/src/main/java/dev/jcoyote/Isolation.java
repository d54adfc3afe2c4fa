package dev.jcoyote;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What keeps an execution from seeing what those before it left in static fields. */
public enum Isolation {
    /**
     * The static initialisers of classes that can hold such state run again in every execution, at first use. Classes
     * that were initialised before the first execution keep their state.
     */
    STATICS,
    /** Every execution loads the program anew: slow, and exact. The command line only. */
    LOADER,
    /** Nothing: static fields keep their values. */
    NONE;

    /** The name that options and schedules have for it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The one of that {@link #id}.
     *
     * @throws IllegalArgumentException if there is none; the message lists them
     */
    public static Isolation of(String id) {
        for (Isolation isolation : values()) {
            if (isolation.id().equals(id)) {
                return isolation;
            }
        }
        throw new IllegalArgumentException("There is no isolation named '" + id + "'; choose one of "
                + Arrays.stream(values()).map(Isolation::id).collect(Collectors.joining(", ")));
    }
}
