package dev.jcoyote.strategy;

import static dev.jcoyote.strategy.ToyProgram.acquire;
import static dev.jcoyote.strategy.ToyProgram.hint;
import static dev.jcoyote.strategy.ToyProgram.release;
import static dev.jcoyote.strategy.ToyProgram.repeatUntil;
import static dev.jcoyote.strategy.ToyProgram.work;
import static dev.jcoyote.strategy.ToyProgram.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import dev.jcoyote.bridge.OperationKind;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every strategy that draws at random. */
class StrategiesTest {
    static List<String> names() {
        return Strategies.names().stream()
                .filter(name -> !name.equals(DporStrategy.NAME) && !name.equals(AutoStrategy.NAME))
                .toList();
    }

    @Test
    void theDefaultIsTheFirstName() {
        assertThat(Strategies.names())
                .containsExactly("portfolio", "random", "pct", "pos", "surw", "urw", "dpor", "auto");
        assertThat(Strategies.DEFAULT).isEqualTo("portfolio");
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyNameMakesAStrategyOfThatNameThatIsFair(String name) {
        Strategies.requireKnown(name);
        Strategy strategy = Strategies.create(name, 3, "");
        assertThat(strategy.name()).isEqualTo(name);
        assertThat(strategy.isFair()).isTrue();
        assertThat(strategy.exhausted()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"pcs,'pct, pos, '", "Random,'random, '", "portfoleo,'portfolio, '", "'','pct, pos, '"})
    void anUnknownNameIsAnsweredWithTheNearestFirst(String name, String nearest) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Strategies.create(name, 3, ""))
                .withMessageStartingWith("There is no strategy \"" + name + "\"; choose one of " + nearest)
                .withMessageContainingAll("portfolio", "random", "pct", "pos");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pct.length",
                "pct.length=",
                "pct.length=x",
                "pct.length=0",
                "pct.length=-3",
                "pct.length=99999999999",
                "pct.lenght=3",
                "pct.length=3 pct.length=4",
                "pct.length=3,",
                "=3",
                "nonsense"
            })
    void malformedLearnedValuesAreRefused(String learned) {
        for (String name : List.of("pct", "portfolio")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Strategies.create(name, 3, learned))
                    .withMessageContaining("pct.length=<decisions>, a number from 1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "events=",
                "events=2@1/",
                "events=2@1/main",
                "events=2@1/main:0",
                "events=2@1/other:3",
                "events=2@1/main.0:3",
                "events=2@1/main.4-2:3",
                "events=2@x/main:3",
                "events=zz@1/main:3",
                "events=2@1/main:3 events=2@1/main:3",
                "shares=1",
                "shares=1,2,3/",
                "shares=1,2,3,4,-5/",
                "shares=1,2,3,4,5/12",
                "shares=1,2,3,4,5/12:40",
                "shares=1,2,3,4,5/fffffffff:1"
            })
    void malformedProfilesAndSharesAreRefused(String learned) {
        for (String name : List.of("surw", "portfolio")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Strategies.create(name, 3, learned))
                    .withMessageContaining("does not know the learned value \"" + learned.split(" ")[0])
                    .withMessageContaining("events=<counts>");
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatAStrategyHasLearnedIsTakenBackAsItWas(String name) {
        Strategy strategy = Strategies.create(name, 3, "");
        for (int number = 1; number <= 20; number++) {
            ToyExecution.run(program(), strategy, number, 3);
            assertThat(Strategies.create(name, 3, strategy.learned()).learned()).isEqualTo(strategy.learned());
        }
    }

    @Test
    void aStrategyThatLearnsNothingTakesNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Strategies.create("random", 3, "pct.length=3"))
                .withMessageContaining("learns nothing");
        assertThat(Strategies.create("pos", 3, " ").learned()).isEmpty();
    }

    @Test
    void whatWasLearnedIsTakenBack() {
        assertThat(Strategies.create("pct", 3, " pct.length=27 ").learned()).isEqualTo("pct.length=27");
        assertThat(Strategies.create("portfolio", 3, "pct.length=27").learned()).isEqualTo("pct.length=27");
    }

    @ParameterizedTest
    @MethodSource("names")
    void theSameSeedGivesTheSameChoices(String name) {
        assertThat(traces(name, 3)).isEqualTo(traces(name, 3)).isNotEqualTo(traces(name, 4));
    }

    @ParameterizedTest
    @MethodSource("names")
    void anExecutionCanBeRunAlone(String name) {
        Strategy exploration = Strategies.create(name, 3, "");
        for (int number = 1; number <= 70; number++) {
            Strategy alone = Strategies.create(name, 3, exploration.learned());
            assertThat(ToyExecution.run(program(), exploration, number, 3).trace)
                    .as("execution %d", number)
                    .isEqualTo(ToyExecution.run(program(), alone, number, 3).trace);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void halvesOfAnEpochTeachTogetherWhatTheWholeDoes(String name) {
        Strategy whole = Strategies.create(name, 3, "");
        ToyExecution.run(program(), whole, 1, 3);
        String known = whole.learned();
        Strategy first = Strategies.create(name, 3, known);
        Strategy second = Strategies.create(name, 3, known);
        for (int number = 2; number <= 16; number++) {
            ToyExecution.run(program(), whole, number, 3);
            ToyExecution.run(program(), number < 9 ? first : second, number, 3);
        }

        assertThat(Strategies.joinLearned(name, first.learnedByNow(), second.learnedByNow()))
                .isEqualTo(whole.learned());
    }

    @Test
    void whatIsLearnedIsJoinedByTheGreatest() {
        assertThat(Strategies.joinLearned("pct", "", "")).isEmpty();
        assertThat(Strategies.joinLearned("pct", "pct.length=9", "")).isEqualTo("pct.length=9");
        assertThat(Strategies.joinLearned("portfolio", "pct.length=9", "pct.length=12"))
                .isEqualTo("pct.length=12");
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyInterleavingOfASmallProgramIsReached(String name) {
        Strategy strategy = Strategies.create(name, 3, "");
        Set<String> reached = new TreeSet<>();
        for (int number = 1; number <= 2_000; number++) {
            List<String> order = new ArrayList<>();
            ToyProgram program = new ToyProgram()
                    .thread(write(1, () -> order.add("a")), write(1, () -> order.add("b")))
                    .thread(write(1, () -> order.add("x")), write(1, () -> order.add("y")));
            ToyExecution.run(program, strategy, number, 1);
            reached.add(String.join("", order));
        }
        assertThat(reached).containsExactly("abxy", "axby", "axyb", "xaby", "xayb", "xyab");
    }

    @ParameterizedTest
    @MethodSource("names")
    void aLockOrderDeadlockIsFound(String name) {
        Strategy strategy = Strategies.create(name, 3, "");
        int deadlocks = 0;
        for (int number = 1; number <= 500; number++) {
            ToyProgram.Lock one = new ToyProgram.Lock();
            ToyProgram.Lock two = new ToyProgram.Lock();
            ToyProgram program = new ToyProgram()
                    .thread(acquire(one, 1), acquire(two, 2), release(two, 2), release(one, 1))
                    .thread(acquire(two, 2), acquire(one, 1), release(one, 1), release(two, 2));
            deadlocks += ToyExecution.run(program, strategy, number, 1).isFinished() ? 0 : 1;
        }
        assertThat(deadlocks).isBetween(20, 480);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aLoopThatPollsEndsSoon(String name) {
        for (OperationKind kind : List.of(OperationKind.YIELD, OperationKind.SPIN, OperationKind.SLEEP)) {
            assertThat(longestPoll(name, kind)).as("%s", kind).isLessThan(3_000);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void aLoopWithoutAnyHintEndsToo(String name) {
        assertThat(longestPoll(name, OperationKind.READ)).isLessThan(ToyExecution.MAX_STEPS);
    }

    @ParameterizedTest
    @MethodSource("names")
    void anUnfinishedHintStarvesNobody(String name) {
        // The thread that could end the other's loop hints itself, and so steps back.
        Strategy strategy = Strategies.create(name, 3, "");
        for (int number = 1; number <= 1_000; number++) {
            boolean[] flag = {false};
            ToyProgram program = new ToyProgram()
                    .thread(repeatUntil(1, () -> flag[0], 0))
                    .thread(hint(OperationKind.SLEEP), write(1, () -> flag[0] = true));
            assertThat(ToyExecution.run(program, strategy, number, 2).isFinished())
                    .as("execution %d", number)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void choosingAllocatesNothing(String name) {
        Strategy strategy = Strategies.create(name, 3, "");
        FakeOptions options = new FakeOptions(40).write(3, 1).write(7, 1).become(9, OperationKind.YIELD);
        choose(strategy, options);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        choose(strategy, options);
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(allocated).isLessThan(30_000);
    }

    private static void choose(Strategy strategy, FakeOptions options) {
        for (int number = 2; number <= 4; number++) {
            strategy.beginExecution(number, number);
            for (int i = 0; i < 10_000; i++) {
                int thread = strategy.chooseThread(options);
                strategy.executed(options.operation(thread));
                strategy.enabled(options.operation(thread));
                strategy.disabled(options.operation(thread));
                strategy.chooseValue(2, options);
            }
        }
    }

    /** The most steps of an execution where two threads wait in loops for one that has 50 steps to go. */
    private static int longestPoll(String name, OperationKind kind) {
        Strategy strategy = Strategies.create(name, 3, "");
        int longest = 0;
        for (int number = 1; number <= 1_000; number++) {
            boolean[] flag = {false};
            List<ToyProgram.Step> worker = new ArrayList<>(work(50, 2));
            worker.add(write(1, () -> flag[0] = true));
            ToyProgram program = new ToyProgram()
                    .thread(hint(kind), repeatUntil(1, () -> flag[0], 1))
                    .thread(hint(kind), repeatUntil(1, () -> flag[0], 1))
                    .thread(worker);
            longest = Math.max(
                    longest,
                    ToyExecution.run(program, strategy, number, 2).trace.size());
        }
        return longest;
    }

    private static List<List<Integer>> traces(String name, long seed) {
        Strategy strategy = Strategies.create(name, 3, "");
        List<List<Integer>> traces = new ArrayList<>();
        for (int number = 1; number <= 30; number++) {
            traces.add(ToyExecution.run(program(), strategy, number, seed).trace);
        }
        return traces;
    }

    private static ToyProgram program() {
        ToyProgram.Lock lock = new ToyProgram.Lock();
        List<ToyProgram.Step> steps = new ArrayList<>(work(8, 3));
        steps.add(acquire(lock, 2));
        steps.add(hint(OperationKind.YIELD));
        steps.add(release(lock, 2));
        return new ToyProgram().thread(steps).thread(steps).thread(work(12, 3));
    }
}
