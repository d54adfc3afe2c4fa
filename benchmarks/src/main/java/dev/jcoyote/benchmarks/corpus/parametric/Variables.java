package dev.jcoyote.benchmarks.corpus.parametric;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Shared variables and locks, all of them made before the threads start. */
final class Variables {
    private Variables() {}

    static List<AtomicInteger> integers(int number) {
        return Stream.generate(() -> new AtomicInteger()).limit(number).toList();
    }

    static List<Object> locks(int number) {
        return Stream.generate(() -> new Object()).limit(number).toList();
    }
}
