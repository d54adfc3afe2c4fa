package dev.jcoyote.explain.memory;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Short texts of values that say all by themselves. */
public final class Texts {
    /** Longer strings are cut. */
    private static final int LONGEST = 20;

    private Texts() {}

    /** The text of a number, a string, an enum's constant and the like; null for all other objects, and for null. */
    public static @Nullable String ofConstant(@Nullable Object value) {
        if (value instanceof String string) {
            return quoted(string);
        }
        if (value instanceof Character character) {
            return "'" + escaped(character) + "'";
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Class<?> type) {
            return type.getSimpleName() + ".class";
        }
        return isPlain(value) ? cut(String.valueOf(value)) : null;
    }

    /** Whether its {@code toString} is known, and says all. */
    private static boolean isPlain(@Nullable Object value) {
        if (value == null) {
            return false;
        }
        Class<?> type = value.getClass();
        return type == Integer.class
                || type == Long.class
                || type == Boolean.class
                || type == Double.class
                || type == Float.class
                || type == Short.class
                || type == Byte.class
                || type == BigInteger.class
                || type == BigDecimal.class
                || type == UUID.class
                || type == Duration.class
                || type == Instant.class;
    }

    private static String quoted(String string) {
        String cut = cut(string);
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < cut.length(); i++) {
            text.append(escaped(cut.charAt(i)));
        }
        return text.append('"').toString();
    }

    /** As in source code, if it cannot be seen. */
    private static String escaped(char c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            default -> Character.isISOControl(c) ? String.format("\\u%04x", (int) c) : String.valueOf(c);
        };
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
    }
}
