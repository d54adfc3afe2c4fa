package dev.jcoyote.cli;

import org.jspecify.annotations.Nullable;

/** The words for classes that do not load. */
final class MissingClass {
    private MissingClass() {}

    /** Why a class does not load and what to do, as the end of a sentence. */
    static String describe(Throwable error) {
        String missing = nameIn(error);
        if (missing != null) {
            return "the class " + missing + " is missing.\nAdd the jar or directory that has it with --classpath.";
        }
        String message = error.getMessage();
        return error.getClass().getSimpleName() + (message == null ? "" : ": " + message) + ".";
    }

    /** The binary name of the class that the error misses, or null if it is another kind of error. */
    static @Nullable String nameIn(@Nullable Throwable error) {
        if (!(error instanceof NoClassDefFoundError) && !(error instanceof ClassNotFoundException)) {
            return null;
        }
        String message = error.getMessage();
        return message == null || message.indexOf(' ') >= 0 ? null : message.replace('/', '.');
    }
}
