package dev.jcoyote.strategy;

import static dev.jcoyote.strategy.ToyProgram.work;
import static dev.jcoyote.strategy.ToyProgram.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.jcoyote.bridge.OperationKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PosStrategyTest {
    private final PosStrategy strategy = new PosStrategy();

    @Test
    void aPriorityHoldsAsLongAsNothingConflicts() {
        for (int number = 1; number <= 200; number++) {
            strategy.beginExecution(number, Seeds.ofExecution(1, number));
            FakeOptions options = new FakeOptions(3).write(0, 1).write(1, 2).write(2, 3);
            int best = strategy.chooseThread(options);
            for (int i = 0; i < 50; i++) {
                assertThat(strategy.chooseThread(options)).isEqualTo(best);
            }
        }
    }

    @Test
    void aConflictRedrawsThePriorityOfTheOther() {
        int changed = 0;
        for (int number = 1; number <= 1_000; number++) {
            strategy.beginExecution(number, Seeds.ofExecution(1, number));
            FakeOptions options = new FakeOptions(2).write(0, 1).write(1, 1);
            int best = strategy.chooseThread(options);
            changed += strategy.chooseThread(options) == best ? 0 : 1;
        }
        // The greater of two draws loses against a third one time of three.
        assertThat(changed).isCloseTo(333, within(50));
    }

    @Test
    void aCompareAndSetThatFailedConflictsWithNoRead() {
        for (int number = 1; number <= 200; number++) {
            strategy.beginExecution(number, Seeds.ofExecution(1, number));
            FakeOptions options = new FakeOptions(2).write(0, 1).read(1, 1);
            if (strategy.chooseThread(options) == 0) {
                strategy.compareFailed(options.operation(0));
                assertThat(strategy.chooseThread(options)).isZero();
            }
        }
    }

    @Test
    void aConflictLeavesThirdThreadsAlone() {
        for (int number = 1; number <= 500; number++) {
            strategy.beginExecution(number, Seeds.ofExecution(2, number));
            FakeOptions options =
                    new FakeOptions(4).write(0, 1).write(1, 1).write(2, 2).write(3, 3);
            int before = strategy.chooseThread(options.enable(2, 3));
            strategy.chooseThread(options.enable(0, 1));
            assertThat(strategy.chooseThread(options.enable(2, 3))).isEqualTo(before);
        }
    }

    @Test
    void theNextEventOfTheThreadThatRanGetsANewPriority() {
        int changed = 0;
        for (int number = 1; number <= 1_000; number++) {
            strategy.beginExecution(number, Seeds.ofExecution(3, number));
            FakeOptions options = new FakeOptions(2).write(0, 1).write(1, 2);
            int best = strategy.chooseThread(options);
            strategy.executed(options.operation(best));
            changed += strategy.chooseThread(options) == best ? 0 : 1;
        }
        assertThat(changed).isCloseTo(333, within(50));
    }

    @Test
    void theEventAfterAHintComesLater() {
        int changed = 0;
        for (int number = 1; number <= 1_000; number++) {
            strategy.beginExecution(number, Seeds.ofExecution(4, number));
            FakeOptions options =
                    new FakeOptions(2).become(0, OperationKind.SPIN).become(1, OperationKind.SPIN);
            int best = strategy.chooseThread(options);
            strategy.executed(options.operation(best));
            changed += strategy.chooseThread(options) == best ? 0 : 1;
        }
        assertThat(changed).isBetween(600, 900);
    }

    @Test
    void allPrioritiesAreDrawnAnewFromTimeToTime() {
        strategy.beginExecution(1, 8);
        FakeOptions options = new FakeOptions(2).write(0, 1).write(1, 2);
        int[] counts = new int[2];
        for (int i = 0; i < 100_000; i++) {
            counts[strategy.chooseThread(options)]++;
        }
        assertThat(IntStream.of(counts)).allSatisfy(count -> assertThat(count).isGreaterThan(30_000));
    }

    @Test
    void anOrderThatARandomWalkHardlyEverMeetsIsSampled() {
        assertThat(executionsWhereTheLongWayIsFirst(new RandomStrategy())).isZero();
        assertThat(executionsWhereTheLongWayIsFirst(strategy)).isGreaterThan(100);
    }

    /** One thread has 20 steps of its own before the write that the other one begins with. */
    private static int executionsWhereTheLongWayIsFirst(Strategy strategy) {
        int found = 0;
        for (int number = 1; number <= 10_000; number++) {
            List<String> order = new ArrayList<>();
            List<ToyProgram.Step> longWay = new ArrayList<>(work(20, 1));
            longWay.add(write(3, () -> order.add("long")));
            ToyProgram program =
                    new ToyProgram().thread(longWay).thread(write(3, () -> order.add("short")), write(2, () -> {}));
            ToyExecution.run(program, strategy, number, 5);
            found += order.get(0).equals("long") ? 1 : 0;
        }
        return found;
    }
}
