package dev.jcoyote.analysis;

import java.util.List;

/**
 * Where a thread stood when it touched a place.
 *
 * @param stack its stack, the tool's frames included
 * @param locks the numbers of the monitors and locks that it held
 */
public record Evidence(List<StackTraceElement> stack, List<Integer> locks) {
    /** Of an access of which nothing more is known. */
    static final Evidence NONE = new Evidence(List.of(), List.of());

    /** Copies the lists. */
    public Evidence {
        stack = List.copyOf(stack);
        locks = List.copyOf(locks);
    }
}
