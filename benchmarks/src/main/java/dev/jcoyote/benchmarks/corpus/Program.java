package dev.jcoyote.benchmarks.corpus;

import dev.jcoyote.TestBody;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A program of the corpus.
 *
 * @param name the name under which it is published
 * @param defect what its bug does
 * @param body the program as it is published: each run of it is one execution
 * @param fixed the same without the bug, free of data races and deadlocks; null if the program has none to be mended
 * @param variants creates the state of one run of the fixed variant or of the other; null if nobody can look at it
 */
public record Program(
        String name,
        Defect defect,
        TestBody body,
        @Nullable TestBody fixed,
        @Nullable Function<Boolean, TestBody> variants) {
    /** A program of two variants: told whether it is the fixed one, {@code variants} creates the state of one run. */
    public static Program of(String name, Defect defect, Function<Boolean, TestBody> variants) {
        return new Program(
                name,
                defect,
                () -> variants.apply(false).run(),
                () -> variants.apply(true).run(),
                variants);
    }

    /** A program in which no interleaving fails. */
    public static Program correct(String name, TestBody body) {
        return new Program(name, Defect.NONE, body, null, null);
    }

    /** What must pass under every interleaving: the fixed variant, or the program itself if it has no bug. */
    public @Nullable TestBody correctBody() {
        return defect == Defect.NONE ? body : fixed;
    }
}
