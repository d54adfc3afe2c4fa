package dev.jcoyote.explain.memory;

import org.jspecify.annotations.Nullable;

/**
 * The state of an object at one moment, as people say it.
 *
 * @param text what it is, as in {@code 2 permits}
 * @param hasObject whether an object belongs to it
 * @param object which comes after the text, as in {@code held by main.1}
 */
public record State(
        String text, boolean hasObject, @Nullable Object object) {
    /** There is no such thing. */
    public static final State NONE = of("");

    static State of(String text) {
        return new State(text, false, null);
    }

    static State of(String text, @Nullable Object object) {
        return new State(text, true, object);
    }
}
