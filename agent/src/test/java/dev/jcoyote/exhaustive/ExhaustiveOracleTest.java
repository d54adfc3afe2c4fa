package dev.jcoyote.exhaustive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.SystematicTesting;
import dev.jcoyote.control.ExecutionRunner;
import dev.jcoyote.engine.Engines;
import dev.jcoyote.install.Installer;
import dev.jcoyote.strategy.DporStrategy;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Exhaustive search comes to the same final states as running every interleaving. */
class ExhaustiveOracleTest {
    private static final boolean HAS_FIBERS = Runtime.version().feature() >= 24;

    /** Platform threads are slow: less is compared on them. */
    private static final int MOST_INTERLEAVINGS = HAS_FIBERS ? 4_000 : 300;

    private static final int PROGRAMS = Integer.getInteger("oracle.programs", HAS_FIBERS ? 60 : 20);
    private static final int FIRST = Integer.getInteger("oracle.first", 0);

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
                Enumeration enumeration = new Enumeration();
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
                    assertEquals(null, strategy.search().problem(), which);
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

    private static void compare(boolean isTimed) {
        int compared = 0;
        try (ExecutionRunner runner = new ExecutionRunner(Engines.AUTO, null)) {
            for (int seed = FIRST; seed < FIRST + PROGRAMS; seed++) {
                RandomProgram program = new RandomProgram(seed, isTimed);
                Enumeration enumeration = new Enumeration();
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
