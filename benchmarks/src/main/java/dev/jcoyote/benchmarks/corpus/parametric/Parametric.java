package dev.jcoyote.benchmarks.corpus.parametric;

import dev.jcoyote.TestBody;
import dev.jcoyote.benchmarks.corpus.Program;
import java.util.List;
import java.util.function.IntFunction;

/**
 * One of these programs with a number of threads.
 *
 * @param program the program, named like {@code readers(8)}
 * @param executions how many inequivalent executions it has
 */
public record Parametric(Program program, long executions) {
    /** All whose number is published, those with few executions first. */
    public static List<Parametric> published() {
        return List.of(
                of("readers", Readers::new, 2, 4),
                of("readers", Readers::new, 8, 256),
                of("readers", Readers::new, 13, 8192),
                of("filesystem", FileSystem::new, 14, 2),
                of("filesystem", FileSystem::new, 16, 8),
                of("filesystem", FileSystem::new, 18, 32),
                of("filesystem", FileSystem::new, 19, 64),
                of("indexer", Indexer::new, 12, 8),
                of("indexer", Indexer::new, 15, 4096),
                of("lastzero", LastZero::new, 5, 64),
                of("lastzero", LastZero::new, 10, 3328),
                of("lastzero", LastZero::new, 15, 147456),
                of("writers", Writers::new, 3, 6),
                of("writers", Writers::new, 5, 120),
                of("writers", Writers::new, 7, 5040));
    }

    /** The programs alone. */
    public static List<Program> programs() {
        return published().stream().map(Parametric::program).toList();
    }

    private static Parametric of(String name, IntFunction<TestBody> bodies, int threads, long executions) {
        return new Parametric(
                Program.correct(
                        name + "(" + threads + ")", () -> bodies.apply(threads).run()),
                executions);
    }
}
