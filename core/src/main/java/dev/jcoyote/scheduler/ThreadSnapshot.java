package dev.jcoyote.scheduler;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a thread was doing when its execution ended.
 *
 * @param path its name in files
 * @param label its name for people
 * @param state what it was about to do, or waited for, in a few words
 * @param waitsFor what it waits for; null if it does not wait
 * @param daemon whether it is a daemon
 * @param blocked whether it waited
 * @param stuck whether it can never go on
 * @param stack its stack, without the tool's own frames
 */
public record ThreadSnapshot(
        String path,
        String label,
        String state,
        @Nullable Wait waitsFor,
        boolean daemon,
        boolean blocked,
        boolean stuck,
        List<StackTraceElement> stack) {
    /** Copies the stack. */
    public ThreadSnapshot {
        stack = List.copyOf(stack);
    }

    /** The same with other names of the objects that it waits for: those of their numbers. */
    public ThreadSnapshot named(IntFunction<String> names) {
        if (waitsFor == null) {
            return this;
        }
        Wait named = waitsFor.named(names);
        return new ThreadSnapshot(path, label, named.text(), named, daemon, blocked, stuck, stack);
    }
}
