package dev.jcoyote.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A parsed command line: the command, the values of its options and its positional parameters. */
final class Arguments {
    private static final BigDecimal GREATEST_SECONDS = BigDecimal.valueOf(1_000_000_000);

    private final Command command;
    private final Map<Option, List<String>> values = new EnumMap<>(Option.class);
    private final List<String> parameters = new ArrayList<>();

    Arguments(Command command) {
        this.command = command;
    }

    /** Adds a value; the empty string for a flag. */
    void add(Option option, String value) {
        List<String> list = values.get(option);
        if (list == null) {
            list = new ArrayList<>();
            values.put(option, list);
        }
        list.add(value);
    }

    void addParameter(String value) {
        parameters.add(value);
    }

    Command command() {
        return command;
    }

    /** The positional parameters. */
    List<String> parameters() {
        return Collections.unmodifiableList(parameters);
    }

    boolean has(Option option) {
        return values.containsKey(option);
    }

    /** All values, in order; empty if the option was not given. */
    List<String> all(Option option) {
        List<String> list = values.get(option);
        return list == null ? List.of() : Collections.unmodifiableList(list);
    }

    /** The value, or null if the option was not given. */
    @Nullable
    String text(Option option) {
        List<String> list = values.get(option);
        return list == null ? null : list.get(0);
    }

    /** The value as a whole number, or the default if the option was not given. */
    int integer(Option option, int orElse) {
        long number = number(option, orElse);
        if (number < Integer.MIN_VALUE || number > Integer.MAX_VALUE) {
            throw new UsageException(
                    option.longName() + " is at most " + Integer.MAX_VALUE + ", but was given as " + number + ".");
        }
        return (int) number;
    }

    /** The value as a whole number of 64 bits, or the default if the option was not given. */
    long number(Option option, long orElse) {
        String text = text(option);
        if (text == null) {
            return orElse;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new UsageException(option.longName() + " takes a whole number, but was given '" + text + "'.", e);
        }
    }

    /** The value as a number of seconds, fractions allowed, or null if the option was not given. */
    @Nullable
    Duration seconds(Option option) {
        String text = text(option);
        if (text == null) {
            return null;
        }
        BigDecimal seconds;
        try {
            seconds = new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new UsageException(
                    option.longName() + " takes a number of seconds, but was given '" + text + "'.", e);
        }
        if (seconds.signum() <= 0 || seconds.compareTo(GREATEST_SECONDS) > 0) {
            throw new UsageException(option.longName() + " takes a positive number of seconds, but was given '" + text
                    + "'. Leave it out for no limit.");
        }
        return Duration.ofNanos(seconds.movePointRight(9).longValue()).plusNanos(seconds.scale() > 9 ? 1 : 0);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Arguments that
                && command == that.command
                && values.equals(that.values)
                && parameters.equals(that.parameters);
    }

    @Override
    public int hashCode() {
        return 31 * values.hashCode() + parameters.hashCode();
    }

    @Override
    public String toString() {
        return command.title() + " " + values + " " + parameters;
    }
}
