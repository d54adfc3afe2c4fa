package dev.jcoyote.strategy;

import static dev.jcoyote.strategy.ToyProgram.hint;
import static dev.jcoyote.strategy.ToyProgram.work;
import static dev.jcoyote.strategy.ToyProgram.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.jcoyote.bridge.OperationKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PctStrategyTest {
    private static final int LENGTH = 18;

    @Test
    void aThreadWithTheHighestPriorityRuns() {
        PctStrategy strategy = new PctStrategy(1, LENGTH);
        int[] firsts = new int[3];
        for (int number = 1; number <= 3_000; number++) {
            strategy.beginExecution(number, Seeds.ofExecution(1, number));
            FakeOptions options = new FakeOptions(3);
            int best = strategy.chooseThread(options);
            firsts[best]++;
            assertThat(strategy.chooseThread(options)).isEqualTo(best);
            int second = strategy.chooseThread(options.enable((best + 1) % 3, (best + 2) % 3));
            assertThat(second).isNotEqualTo(best);
            assertThat(strategy.chooseThread(options.enable(second, best))).isEqualTo(best);
        }
        assertThat(IntStream.of(firsts)).allSatisfy(count -> assertThat(count).isCloseTo(1_000, within(100)));
    }

    @Test
    void withDepthOneNothingPreempts() {
        PctStrategy strategy = new PctStrategy(1, LENGTH);
        for (int number = 1; number <= 500; number++) {
            assertThat(ToyExecution.run(threeWorkers(), strategy, number, 7).preemptions)
                    .isZero();
        }
    }

    @Test
    void aDepthAllowsOnePreemptionLess() {
        PctStrategy strategy = new PctStrategy(4, LENGTH);
        int most = 0;
        for (int number = 1; number <= 500; number++) {
            int preemptions = ToyExecution.run(threeWorkers(), strategy, number, 7).preemptions;
            assertThat(preemptions).isLessThanOrEqualTo(3);
            most = Math.max(most, preemptions);
        }
        assertThat(most).isEqualTo(3);
    }

    @Test
    void aDepthTwoBugIsFoundAsOftenAsPromised() {
        assertThat(executionsThatFail(new PctStrategy(2, 40), 10_000, false)).isGreaterThan(10_000 / (2 * 40));
    }

    @Test
    void aDepthThreeBugIsFoundAsOftenAsPromised() {
        assertThat(executionsThatFail(new PctStrategy(3, 40), 10_000, true)).isGreaterThan(10_000 / (2 * 40 * 40));
    }

    @Test
    void aBugDeeperThanTheDepthIsNotFound() {
        assertThat(executionsThatFail(new PctStrategy(1, 40), 1_000, false)).isZero();
    }

    @Test
    void ofTwoThreadsThatWerePutBackEitherMayGoOnFirst() {
        PctStrategy strategy = new PctStrategy(3, 2);
        PctStrategy unchanged = new PctStrategy(3, 1 << 20);
        int[] goesOn = new int[2];
        for (int number = 1; number <= 1_000; number++) {
            long seed = Seeds.ofExecution(6, number);
            strategy.beginExecution(number, seed);
            unchanged.beginExecution(number, seed);
            FakeOptions options = new FakeOptions(3);
            int highest = unchanged.chooseThread(options);
            int second = strategy.chooseThread(options);
            int third = strategy.chooseThread(options);
            if (highest != second && second != third) {
                goesOn[strategy.chooseThread(options.enable(highest, second)) == highest ? 0 : 1]++;
            }
        }
        assertThat(IntStream.of(goesOn)).allSatisfy(count -> assertThat(count).isCloseTo(250, within(50)));
    }

    @Test
    void theFirstExecutionMeasuresTheLength() {
        PctStrategy strategy = new PctStrategy(3);
        assertThat(strategy.learned()).isEmpty();
        int decisions =
                ToyExecution.run(threeWorkers(), strategy, 1, 0).decisions.size();
        assertThat(decisions).isBetween(10, LENGTH);
        assertThat(strategy.learned()).isEqualTo("pct.length=" + decisions);
    }

    @Test
    void theLengthGrowsOnlyWhereAnEpochEnds() {
        PctStrategy strategy = new PctStrategy(3, 5);
        int greatest = 5;
        String inUse = strategy.learned();
        for (int number = 2; number <= 64; number++) {
            assertThat(strategy.learned()).isEqualTo(inUse);
            greatest = Math.max(
                    greatest,
                    ToyExecution.run(threeWorkers(), strategy, number, 0)
                            .decisions
                            .size());
            if (Epochs.endsAfter(number)) {
                inUse = "pct.length=" + greatest;
            }
        }
        assertThat(strategy.learned()).isEqualTo("pct.length=" + greatest);
    }

    @Test
    void anExecutionThatOnlySpinsDoesNotCountForTheLength() {
        PctStrategy strategy = new PctStrategy(1, 9);
        FakeOptions options = new FakeOptions(2).write(0, 1).write(1, 1);
        strategy.beginExecution(16, 3);
        for (int i = 0; i < 5_000; i++) {
            strategy.chooseThread(options);
        }
        strategy.endExecution(5_000);
        assertThat(strategy.learned()).isEqualTo("pct.length=9");
    }

    @Test
    void afterTheBoundEveryThreadRuns() {
        PctStrategy strategy = new PctStrategy(1, 9);
        strategy.beginExecution(2, 3);
        FakeOptions options = new FakeOptions(2).write(0, 1).write(1, 1);
        int best = strategy.chooseThread(options);
        for (int decision = 2; decision <= 1_000; decision++) {
            assertThat(strategy.chooseThread(options)).isEqualTo(best);
        }
        int others = 0;
        for (int i = 0; i < 1_000; i++) {
            others += strategy.chooseThread(options) == best ? 0 : 1;
        }
        assertThat(others).isCloseTo(500, within(60));
    }

    @Test
    void aThreadThatHintsGoesBelowTheOthersOneTimeOfTwo() {
        PctStrategy strategy = new PctStrategy(1, 9);
        int handedOver = 0;
        for (int number = 1; number <= 1_000; number++) {
            strategy.beginExecution(number, Seeds.ofExecution(9, number));
            FakeOptions options = new FakeOptions(2);
            int best = strategy.chooseThread(options);
            strategy.executed(options.become(best, OperationKind.YIELD).operation(best));
            handedOver += strategy.chooseThread(options) == best ? 0 : 1;
        }
        assertThat(handedOver).isCloseTo(500, within(60));
    }

    @Test
    void aSleepOrdersNothing() {
        PctStrategy strategy = new PctStrategy(1, 9);
        int tooEarly = 0;
        for (int number = 1; number <= 1_000; number++) {
            boolean[] done = {false};
            boolean[] early = {false};
            ToyProgram program = new ToyProgram()
                    .thread(hint(OperationKind.SLEEP), ToyProgram.read(1, () -> early[0] = !done[0]))
                    .thread(write(2, () -> {}), write(1, () -> done[0] = true));
            ToyExecution.run(program, strategy, number, 4);
            tooEarly += early[0] ? 1 : 0;
        }
        assertThat(tooEarly).isBetween(150, 400);
    }

    @Test
    void aDepthBelowOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PctStrategy(0))
                .withMessageContaining("at least 1");
    }

    private static ToyProgram threeWorkers() {
        return new ToyProgram().thread(work(6, 1)).thread(work(6, 2)).thread(work(6, 3));
    }

    /** Two threads of 20 steps; the other one must come once, or twice, exactly between two steps of the first. */
    private static int executionsThatFail(PctStrategy strategy, int executions, boolean andBack) {
        int failures = 0;
        for (int number = 1; number <= executions; number++) {
            List<String> order = new ArrayList<>();
            List<ToyProgram.Step> first = new ArrayList<>(work(9, 1));
            first.add(write(3, () -> order.add("a")));
            first.add(write(3, () -> order.add("b")));
            first.addAll(work(9, 1));
            List<ToyProgram.Step> second = new ArrayList<>(work(9, 2));
            second.add(write(3, () -> order.add("x")));
            second.add(write(3, () -> order.add("y")));
            second.addAll(work(9, 2));
            ToyExecution.run(new ToyProgram().thread(first).thread(second), strategy, number, 11);
            failures += String.join("", order).equals(andBack ? "axby" : "axyb") ? 1 : 0;
        }
        return failures;
    }
}
