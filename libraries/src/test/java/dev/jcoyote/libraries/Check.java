package dev.jcoyote.libraries;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The assertions of the bodies: without a library that would be under test with them. */
final class Check {
    private Check() {}

    /** Fails unless both are equal. */
    static void equal(@Nullable Object expected, @Nullable Object actual) {
        if (!Objects.equals(expected, actual)) {
            throw new AssertionError("expected " + expected + " but was " + actual);
        }
    }
}
