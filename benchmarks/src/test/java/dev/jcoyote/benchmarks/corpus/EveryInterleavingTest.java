package dev.jcoyote.benchmarks.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.Configuration;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.TestBody;
import dev.jcoyote.Verdict;
import dev.jcoyote.strategy.DporStrategy;
import dev.jcoyote.strategy.EnumerationStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of programs that are small enough, exhaustive search says what running every interleaving says. */
class EveryInterleavingTest {
    private static final boolean HAS_FIBERS = Runtime.version().feature() >= 24;

    /** So many interleavings are run in each build, and so many only now and then. */
    private static final int FEW = HAS_FIBERS ? 5_000 : 500;

    private static final int MANY = HAS_FIBERS ? 100_000 : 5_000;

    /** The variants with so few interleavings. */
    private static final Set<String> SMALL = Set.of(
            "twostage",
            "twostage fixed",
            "reorder_3",
            "reorder_3 fixed",
            "reorder_4 fixed",
            "reorder_5 fixed",
            "token_ring",
            "token_ring fixed",
            "lazy01",
            "lazy01 fixed",
            "deadlock01",
            "deadlock01 fixed",
            "bluetooth_driver",
            "bluetooth_driver fixed",
            "account",
            "account fixed",
            "wronglock_3 fixed",
            "stringbuffer-jdk1.4",
            "stringbuffer-jdk1.4 fixed",
            "bug6",
            "bug6 fixed",
            "carter01",
            "carter01 fixed",
            "circular_buffer",
            "circular_buffer fixed",
            "fsbench",
            "phase01",
            "phase01 fixed",
            "sync01",
            "sync01 fixed",
            "sync02",
            "sync02 fixed",
            "bug5_interrupt",
            "bug5_interrupt fixed",
            "philosophers_3",
            "philosophers_3 fixed",
            "double_checked_locking",
            "double_checked_locking fixed",
            "lost_wake_up",
            "lost_wake_up fixed",
            "sleeping_barber",
            "sleeping_barber fixed",
            "readers(2)",
            "writers(3)",
            "writers(5)");

    private static final Configuration DPOR = Configuration.defaults()
            .withStrategy("dpor")
            .withIterations(200_000)
            .withMaxSteps(20_000)
            .withDeterminismChecks(0)
            .withOutputDirectory(null);

    @BeforeAll
    static void attachBeforeTheProgramsAreLoaded() {
        SystematicTesting.explore(DPOR.withIterations(1), () -> {});
    }

    /** A program with its bug or without. */
    private record Variant(String name, Supplier<TestBody> bodies) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Variant> variants() {
        List<Variant> variants = new ArrayList<>();
        for (Program program : Corpus.programs()) {
            if (program.variants() == null) {
                variants.add(new Variant(program.name(), program::body));
            } else {
                variants.add(
                        new Variant(program.name(), () -> program.variants().apply(false)));
                variants.add(new Variant(
                        program.name() + " fixed", () -> program.variants().apply(true)));
            }
        }
        return variants.stream();
    }

    static Stream<Variant> smallVariants() {
        return variants().filter(variant -> SMALL.contains(variant.name()));
    }

    @ParameterizedTest
    @MethodSource("smallVariants")
    void aSmallProgramEndsAsItDoesInSomeInterleavingAndInNoOtherWay(Variant variant) {
        Ends all = enumerate(variant, FEW);
        // Where each failure takes long, not all of these are small.
        assertThat(all.isComplete || !HAS_FIBERS).isTrue();
        if (all.isComplete) {
            compare(variant, all);
        }
    }

    @Tag("stress")
    @Test
    void soDoAllOthersThatAreNotLarge() {
        List<String> compared = new ArrayList<>();
        variants().filter(variant -> !SMALL.contains(variant.name())).forEach(variant -> {
            Ends all = enumerate(variant, MANY);
            if (all.isComplete) {
                compare(variant, all);
                compared.add(variant.name() + " " + all.executions);
            }
        });
        System.out.println("compared with every interleaving: " + compared);
        assertThat(compared).isNotEmpty();
    }

    /** Runs every interleaving, with a scheduling point at each access that races. */
    private static Ends enumerate(Variant variant, int limit) {
        Set<String> promoted = new TreeSet<>();
        Ends ends = Ends.of(variant.bodies(), new EnumerationStrategy(), promoted, limit);
        while (!promoted.containsAll(ends.racy)) {
            promoted.addAll(ends.racy);
            ends = Ends.of(variant.bodies(), new EnumerationStrategy(), promoted, limit);
            ends.racy.addAll(promoted);
        }
        return ends;
    }

    private static void compare(Variant variant, Ends all) {
        DporStrategy dpor = new DporStrategy(false);
        Ends reduced = Ends.of(variant.bodies(), dpor, all.racy, 10 * MANY);
        String which = variant + ": " + all.executions + " interleavings, " + reduced.executions + " executions";
        assertThat(dpor.exhaustion().problem()).as(which).isNull();
        assertThat(reduced.isComplete).as(which).isTrue();
        assertThat(reduced.ends).as(which).isEqualTo(all.ends);

        Report report =
                SystematicTesting.explore(DPOR, () -> variant.bodies().get().run());
        assertThat(report.verdict())
                .as(which + report.warnings())
                .isEqualTo(all.isAnyFailure() ? Verdict.FAILED : Verdict.VERIFIED);
    }
}
