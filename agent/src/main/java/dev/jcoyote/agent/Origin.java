package dev.jcoyote.agent;

import org.jspecify.annotations.Nullable;

/** Where a value on the operand stack comes from, as far as that has a name. */
sealed interface Origin {
    /** Nobody knows. */
    Origin UNKNOWN = new Unknown();

    /** It has no name. */
    record Unknown() implements Origin {}

    /**
     * A local variable.
     *
     * @param position the number of the instruction that loads or stores it
     * @param stored what was stored there last, for variables that have no name
     */
    record Local(int slot, int position, Origin stored) implements Origin {}

    /**
     * A field.
     *
     * @param object where its object comes from; null for a static field
     */
    record Field(@Nullable Origin object, String owner, String name) implements Origin {}

    /** An object that was created on that line. */
    record Made(String type, int line) implements Origin {}

    /** The result of a call on that line. */
    record Result(int line) implements Origin {}
}
