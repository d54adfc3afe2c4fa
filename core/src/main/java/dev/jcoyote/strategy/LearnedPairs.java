package dev.jcoyote.strategy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a strategy is said to have learned: pairs of a name and a value, separated by blanks. */
final class LearnedPairs {
    private final String strategy;
    private final String form;
    private final Map<String, String> values = new LinkedHashMap<>();

    /**
     * Takes the text apart.
     *
     * @param strategy the strategy's name, for errors
     * @param form what the strategy takes, for errors
     * @throws IllegalArgumentException if it has something else than pairs with different names
     */
    LearnedPairs(String strategy, String form, String text) {
        this.strategy = strategy;
        this.form = form;
        if (!text.isBlank()) {
            for (String pair : text.strip().split("\\s+", -1)) {
                int equals = pair.indexOf('=');
                if (equals < 1 || values.put(pair.substring(0, equals), pair.substring(equals + 1)) != null) {
                    throw malformed(pair, null);
                }
            }
        }
    }

    /**
     * Takes a value out.
     *
     * @return what the parser makes of it; {@code absent} if there is none of that name
     * @throws IllegalArgumentException if the parser refuses it
     */
    <T> T take(String name, Function<String, T> parser, T absent) {
        String value = values.remove(name);
        if (value == null) {
            return absent;
        }
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException e) {
            throw malformed(name + "=" + value, e);
        }
    }

    /** Refuses what nobody took. */
    void requireEmpty() {
        for (Map.Entry<String, String> left : values.entrySet()) {
            throw malformed(left.getKey() + "=" + left.getValue(), null);
        }
    }

    private IllegalArgumentException malformed(String pair, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "The strategy " + strategy + " does not know the learned value \"" + pair + "\"; it takes " + form
                        + ", as the header of a schedule has it",
                cause);
    }

    /** The pair as text; empty if the value is. */
    static String text(String name, String value) {
        return value.isEmpty() ? "" : name + "=" + value;
    }

    /** All pairs as text; empty ones are left out. */
    static String join(String... pairs) {
        List<String> all = new ArrayList<>();
        for (String pair : pairs) {
            if (!pair.isEmpty()) {
                all.add(pair);
            }
        }
        return String.join(" ", all);
    }
}
