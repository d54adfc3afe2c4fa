package dev.jcoyote.strategy;

import java.util.regex.Pattern;

/**
 * What one thread of a potential deadlock is to do, in names that every execution knows.
 *
 * @param thread the thread's path, such as {@code main.1}
 * @param heldPosition where it takes the lock that it holds then, such as {@code a.Account.transfer:12}
 * @param position where it then takes the next one
 */
public record LockWish(String thread, String heldPosition, String position) {
    private static final String SEPARATOR = "|";

    /** In a form for {@link #of}. */
    public String text() {
        return thread + SEPARATOR + heldPosition + SEPARATOR + position;
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static LockWish of(String text) {
        String[] parts = text.split(Pattern.quote(SEPARATOR), -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no part of a potential deadlock, which is a thread and"
                            + " two code positions, as the header of a schedule has it");
        }
        return new LockWish(parts[0], parts[1], parts[2]);
    }
}
