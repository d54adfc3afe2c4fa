package dev.jcoyote.exhaustive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.SystematicTesting;
import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.engine.Engines;
import dev.jcoyote.install.Installer;
import dev.jcoyote.strategy.BoundedStrategy;
import dev.jcoyote.strategy.DporStrategy;
import dev.jcoyote.strategy.EnumerationStrategy;
import dev.jcoyote.strategy.Strategies;
import dev.jcoyote.strategy.Strategy;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Exhaustive search comes to the same final states as running every interleaving, and to all that chance comes to. */
class ExhaustiveOracleTest {
    private static final boolean HAS_FIBERS = Runtime.version().feature() >= 24;

    /** Platform threads are slow: less is compared on them. */
    private static final int MOST_INTERLEAVINGS = HAS_FIBERS ? 4_000 : 900;

    private static final int PROGRAMS = Integer.getInteger("oracle.programs", HAS_FIBERS ? 40 : 20);
    private static final int FIRST = Integer.getInteger("oracle.first", 0);

    /** How many random executions are compared with a search, and of how many programs. */
    private static final int SAMPLES = 2_000;

    private static final int SAMPLED = HAS_FIBERS ? 20 : 8;
    private static final int MANY_SAMPLED = HAS_FIBERS ? 1_000 : 50;

    /** So few interleavings that as many random executions come to all of their states. */
    private static final int FEW_INTERLEAVINGS = 300;

    @BeforeAll
    static void instrument() {
        Installer installer = ServiceLoader.load(Installer.class).findFirst().orElseThrow();
        installer.install(SystematicTesting.class);
        installer.instrumentRaces(true);
    }

    @Test
    void reachesTheStatesThatEveryInterleavingReaches() {
        compare(false);
    }

    @Test
    void reachesThemWithSleepAndTimeOuts() {
        compare(true);
    }

    /** Few preemptions, as those of the search count, lead to no state that it misses. */
    @Test
    void withFewPreemptionsReachesWhatEveryInterleavingWithAsFewReaches() {
        int compared = 0;
        try (ExecutionRunner runner = new ExecutionRunner(Engines.AUTO, null)) {
            for (int seed = FIRST; seed < FIRST + PROGRAMS; seed++) {
                RandomProgram program = new RandomProgram(seed, false);
                EnumerationStrategy enumeration = new EnumerationStrategy(program.addressesThreads());
                List<Set<String>> states = List.of(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
                Explored all = Explored.by(runner, enumeration, program, MOST_INTERLEAVINGS, state -> {
                    for (int bound = enumeration.preemptions(); bound < states.size(); bound++) {
                        states.get(bound).add(state);
                    }
                });
                for (int bound = 0; all.isComplete && bound < states.size(); bound++) {
                    BoundedStrategy strategy = new BoundedStrategy(bound);
                    Explored bounded = Explored.by(runner, strategy, program, 2 * MOST_INTERLEAVINGS, state -> {});
                    String which = "program " + seed + ": " + program + ", bound " + bound;
                    assertEquals(null, strategy.problem(), which);
                    if (bounded.isComplete) {
                        assertTrue(
                                bounded.states.containsAll(states.get(bound)),
                                () -> which + ": " + bounded.states + " lacks some of " + states);
                        compared++;
                    }
                }
            }
        }
        assertTrue(compared > PROGRAMS / 10, "only " + compared + " searches were complete");
    }

    /** Most of these programs have too many interleavings to run them all. */
    @Test
    void manyRandomExecutionsReachNoStateThatItMisses() {
        sample(SAMPLED);
    }

    @Tag("stress")
    @Test
    void manyRandomExecutionsOfManyProgramsReachNoStateThatItMisses() {
        sample(MANY_SAMPLED);
    }

    private static void sample(int programs) {
        int compared = 0;
        int small = 0;
        try (ExecutionRunner runner = new ExecutionRunner(Engines.AUTO, null)) {
            for (int seed = FIRST; seed < FIRST + programs; seed++) {
                RandomProgram program = new RandomProgram(seed, seed % 2 == 1);
                DporStrategy dpor = new DporStrategy(false);
                Explored reduced = Explored.by(runner, dpor, program, MOST_INTERLEAVINGS, state -> {});
                if (!reduced.isComplete) {
                    continue;
                }
                Strategy random = Strategies.create("random", 3, "");
                Explored sampled = Explored.by(runner, random, program, SAMPLES, state -> {});
                String which = "program " + seed + ": " + program;
                assertEquals(null, dpor.exhaustion().problem(), which);
                assertTrue(
                        reduced.states.containsAll(sampled.states),
                        () -> which + ": " + reduced.states + " lacks some of " + sampled.states);
                if (Explored.by(
                                runner,
                                new EnumerationStrategy(program.addressesThreads()),
                                program,
                                FEW_INTERLEAVINGS,
                                state -> {})
                        .isComplete) {
                    assertEquals(reduced.states, sampled.states, which);
                    small++;
                }
                compared++;
            }
        }
        assertTrue(compared > programs / 4, "only " + compared + " searches were complete");
        assertTrue(small > programs / 10, "only " + small + " programs are small");
    }

    private static void compare(boolean isTimed) {
        int compared = 0;
        try (ExecutionRunner runner = new ExecutionRunner(Engines.AUTO, null)) {
            for (int seed = FIRST; seed < FIRST + PROGRAMS; seed++) {
                RandomProgram program = new RandomProgram(seed, isTimed);
                EnumerationStrategy enumeration = new EnumerationStrategy(program.addressesThreads());
                Set<String> traces = new HashSet<>();
                Explored all = Explored.by(runner, enumeration, program, MOST_INTERLEAVINGS, state -> {
                    if (!state.equals("DEADLOCK")) {
                        traces.add(Trace.of(enumeration.log()));
                    }
                });
                if (!all.isComplete) {
                    continue;
                }
                DporStrategy dpor = new DporStrategy(false);
                Explored reduced = Explored.by(runner, dpor, program, 100 * MOST_INTERLEAVINGS, state -> {});
                String which = "program " + seed + ": " + program + ", " + all.executions + " interleavings, "
                        + traces.size() + " traces, " + dpor.exhaustion().executions() + " + "
                        + dpor.redundant();
                assertEquals(null, dpor.exhaustion().problem(), which);
                assertTrue(reduced.isComplete, which);
                assertEquals(all.states, reduced.states, which);
                if (!isTimed && !program.mayLookIdle()) {
                    assertEquals(traces.size(), reduced.completed, which);
                }
                compared++;
            }
        }
        assertTrue(compared > PROGRAMS / 10, "only " + compared + " programs are small enough");
    }
}
