package dev.jcoyote.explain.trace;

import org.jspecify.annotations.Nullable;

/** What the steps of an execution have read and written, as short text; null where that is not known. */
public interface Values {
    /** Knows nothing. */
    Values NONE = new Values() {};

    /** What the place or the object held before the operation at that position of the log. */
    default @Nullable String before(int event) {
        return null;
    }

    /** What it held after it. */
    default @Nullable String after(int event) {
        return null;
    }

    /** What the place held before the plain access of that number, from 0: those that are no scheduling points. */
    default @Nullable String beforePlain(int access) {
        return null;
    }

    /** What it held after it. */
    default @Nullable String afterPlain(int access) {
        return null;
    }
}
