package dev.jcoyote.strategy;

import static dev.jcoyote.strategy.ToyProgram.repeatUntil;
import static dev.jcoyote.strategy.ToyProgram.step;
import static dev.jcoyote.strategy.ToyProgram.work;
import static dev.jcoyote.strategy.ToyProgram.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.bridge.OperationKind;
import dev.jcoyote.schedule.Decision;
import dev.jcoyote.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayStrategyTest {
    static List<String> names() {
        return Strategies.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatAStrategyChoseIsRepeated(String name) {
        Strategy strategy = Strategies.create(name, 3, "");
        for (int number = 1; number <= 100; number++) {
            ToyExecution recorded = ToyExecution.run(program(), strategy, number, 1);
            for (boolean tolerant : new boolean[] {false, true}) {
                ReplayStrategy replay = new ReplayStrategy(recorded.schedule(), tolerant);
                ToyExecution repeated = ToyExecution.run(program(), replay, 1, 99);
                assertThat(repeated.trace).isEqualTo(recorded.trace);
                assertThat(repeated.decisions).isEqualTo(recorded.decisions);
                assertThat(replay.divergence()).isNull();
                assertThat(replay.remaining()).isZero();
                assertThat(replay.exhausted()).isTrue();
            }
        }
    }

    @Test
    void aStrictReplayStopsAtTheFirstDifference() {
        Schedule schedule = recorded(new RandomStrategy());
        ReplayStrategy replay = new ReplayStrategy(schedule, false);
        ToyExecution execution = ToyExecution.run(
                new ToyProgram().thread(work(4, 1)).thread(work(2, 2)).thread(work(4, 3)), replay, 1, 0);
        assertThat(execution.isAbandoned).isTrue();
        assertThat(replay.divergence())
                .startsWith("decision ")
                .contains(" of " + schedule.decisions().size());
        assertThat(replay.remaining()).isPositive();
    }

    @Test
    void aThreadThatIsNotEnabledIsToldWithThoseThatAre() {
        assertThat(divergence(decision("main.3", "WRITE Cell1.x", "toy.Program.thread3:0", 0)))
                .isEqualTo("decision 1 of 1: expected main.3 WRITE Cell1.x at toy.Program.thread3:0, but main.3 is not"
                        + " enabled; enabled are: main WRITE Cell1.x at toy.Program.thread0:0, main.1 WRITE Cell2.x at"
                        + " toy.Program.thread1:0");
    }

    @Test
    void aThreadThatIsElsewhereIsToldWithItsOperation() {
        assertThat(divergence(decision("main", "CALL Queue.take", "toy.Program.thread0:7", 0)))
                .isEqualTo("decision 1 of 1: expected main CALL Queue.take at toy.Program.thread0:7, but main is at"
                        + " WRITE Cell1.x at toy.Program.thread0:0");
    }

    @Test
    void anEnabledSetThatDiffersIsTold() {
        assertThat(divergence(decision("main", "WRITE Cell1.x", "toy.Program.thread0:0", 12345)))
                .startsWith(
                        "decision 1 of 1: expected main WRITE Cell1.x at toy.Program.thread0:0, but the enabled threads"
                                + " or their operations are others than recorded; enabled are: main WRITE");
    }

    @Test
    void aValueWhereAThreadIsChosenIsTold() {
        Decision value = new Decision(1, Decision.Kind.NOTIFY, "main", 1, 3, "NOTIFY", "-", 0);
        assertThat(divergence(value))
                .startsWith(
                        "decision 1 of 1: expected main NOTIFY, which wakes waiter 2 of 3, but there is a choice of the"
                                + " thread that goes next; enabled are: ");
    }

    @Test
    void aChoiceAfterTheLastDecisionIsTold() {
        assertThat(divergence())
                .startsWith(
                        "after the last of 0 decisions: expected that no choice is left, but there is a choice of the"
                                + " thread that goes next; enabled are: ");
    }

    @Test
    void decisionsThatAreLeftAtTheEndAreTold() {
        Schedule schedule = recorded(new RandomStrategy());
        ReplayStrategy replay = new ReplayStrategy(schedule, false);
        ToyExecution.run(new ToyProgram().thread(work(1, 1)), replay, 1, 0);
        assertThat(replay.remaining()).isEqualTo(schedule.decisions().size());
        assertThat(replay.divergence())
                .startsWith("decision 1 of " + schedule.decisions().size() + ": expected main")
                .endsWith(", but the execution ended before");
    }

    @Test
    void valuesAreRepeated() {
        for (int number = 1; number <= 50; number++) {
            List<Integer> values = new ArrayList<>();
            ToyExecution recorded = ToyExecution.run(notifier(values, 3), new RandomStrategy(), number, 1);
            List<Integer> again = new ArrayList<>();
            ReplayStrategy replay = new ReplayStrategy(recorded.schedule(), false);
            ToyExecution.run(notifier(again, 3), replay, 1, 0);
            assertThat(again).isEqualTo(values);
            assertThat(replay.divergence()).isNull();
        }
    }

    @Test
    void anotherNumberOfValuesIsTold() {
        ToyExecution recorded = ToyExecution.run(notifier(new ArrayList<>(), 3), new RandomStrategy(), 1, 1);
        for (boolean tolerant : new boolean[] {false, true}) {
            List<Integer> values = new ArrayList<>();
            ReplayStrategy replay = new ReplayStrategy(recorded.schedule(), tolerant);
            ToyExecution execution = ToyExecution.run(notifier(values, 2), replay, 1, 0);
            assertThat(replay.divergence()).endsWith("but there is a choice of one of 2 waiters to notify");
            assertThat(values).allSatisfy(value -> assertThat(value).isBetween(0, 1));
            assertThat(execution.isAbandoned).isNotEqualTo(tolerant);
        }
    }

    @Test
    void aTolerantReplayFindsTheBugAgainAfterAnInsertion() {
        int bugs = 0;
        int again = 0;
        for (int number = 1; number <= 2_000; number++) {
            int[] balance = {0};
            ToyExecution recorded = ToyExecution.run(account(balance, 0), new RandomStrategy(), number, 1);
            if (balance[0] == 2) {
                continue;
            }
            bugs++;
            ReplayStrategy replay = new ReplayStrategy(recorded.schedule(), true);
            ToyExecution changed = ToyExecution.run(account(balance, 2), replay, 1, 0);
            assertThat(changed.isFinished()).isTrue();
            assertThat(replay.divergence()).isNotNull();
            again += balance[0] == 1 ? 1 : 0;
        }
        assertThat(bugs).isGreaterThan(500);
        assertThat(again).isGreaterThan(bugs * 9 / 10);
    }

    @Test
    void aTolerantReplayDropsDecisionsWhoseOperationIsGone() {
        FakeOptions options = new FakeOptions(2).write(0, 1).write(1, 1);
        ReplayStrategy replay = tolerant(
                decision("main", "CALL Gone.gone", "-", 0),
                decision("main.1", "WRITE", "-", 0),
                decision("main", "WRITE", "-", 0));
        assertThat(replay.chooseThread(options)).isEqualTo(1);
        assertThat(replay.chooseThread(options)).isZero();
        assertThat(replay.remaining()).isZero();
        assertThat(replay.divergence())
                .startsWith("decision 1 of 3: expected main CALL Gone.gone, but main is at WRITE");
    }

    @Test
    void aTolerantReplayGoesOnWithWhatFitsIfTheRecordedThreadIsNotEnabled() {
        FakeOptions options = new FakeOptions(2).write(0, 1).write(1, 1);
        ReplayStrategy replay = tolerant(
                decision("main.7", "WRITE", "-", 0),
                decision("main", "CALL Gone.gone", "-", 0),
                decision("main.1", "WRITE", "-", 0),
                decision("main", "WRITE", "-", 0));
        assertThat(replay.chooseThread(options)).isEqualTo(1);
        assertThat(replay.remaining())
                .as("main.7 may still come, main has its last one")
                .isEqualTo(2);
    }

    @Test
    void aTolerantReplayRunsTheRecordedThreadToTheRecordedPlace() {
        FakeOptions options = new FakeOptions(2).become(1, OperationKind.READ);
        options.current = 0;
        ReplayStrategy replay = tolerant(decision("main.1", "WRITE", "-", 0));
        assertThat(replay.chooseThread(options)).isEqualTo(1);
        assertThat(replay.remaining()).isEqualTo(1);
        assertThat(replay.chooseThread(options.write(1, 1))).isEqualTo(1);
        assertThat(replay.remaining()).isZero();
    }

    @Test
    void aTolerantReplayOfAnotherProgramComesToAnEnd() {
        for (int number = 1; number <= 50; number++) {
            Schedule other =
                    ToyExecution.run(program(), new RandomStrategy(), number, 1).schedule();
            boolean[] flag = {false};
            ToyProgram spinning = new ToyProgram()
                    .thread(repeatUntil(1, () -> flag[0], 0))
                    .thread(work(100, 4))
                    .thread(write(7, () -> {}), write(1, () -> flag[0] = true));
            assertThat(ToyExecution.run(spinning, new ReplayStrategy(other, true), 1, 0)
                            .isFinished())
                    .isTrue();
        }
    }

    @Test
    void aTolerantReplayOfNothingStaysOnTheCurrentThread() {
        ReplayStrategy replay = new ReplayStrategy(new Schedule(Map.of(), List.of()), true);
        ToyExecution execution = ToyExecution.run(program(), replay, 1, 0);
        assertThat(execution.preemptions).isZero();
        assertThat(execution.trace).isSorted();
    }

    private static ReplayStrategy tolerant(Decision... decisions) {
        ReplayStrategy replay = new ReplayStrategy(new Schedule(Map.of(), List.of(decisions)), true);
        replay.beginExecution(1, 0);
        return replay;
    }

    private static String divergence(Decision... decisions) {
        ReplayStrategy replay = new ReplayStrategy(new Schedule(Map.of(), List.of(decisions)), false);
        ToyExecution execution = ToyExecution.run(program(2), replay, 1, 0);
        assertThat(execution.isAbandoned).isTrue();
        return String.valueOf(replay.divergence());
    }

    private static Decision decision(String thread, String operation, String site, int hash) {
        return new Decision(1, Decision.Kind.THREAD, thread, 0, 0, operation, site, hash);
    }

    private static Schedule recorded(Strategy strategy) {
        return ToyExecution.run(program(), strategy, 1, 1).schedule();
    }

    private static ToyProgram program() {
        return program(3);
    }

    private static ToyProgram program(int threads) {
        ToyProgram program = new ToyProgram();
        for (int thread = 0; thread < threads; thread++) {
            program.thread(work(4, thread + 1));
        }
        return program;
    }

    private static ToyProgram notifier(List<Integer> values, int waiters) {
        return new ToyProgram().thread(work(3, 2)).thread(notification(values, waiters), notification(values, waiters));
    }

    private static ToyProgram.Step notification(List<Integer> values, int waiters) {
        return new ToyProgram.Step(OperationKind.NOTIFY, 1, true, () -> true, (execution, index) -> {
            values.add(execution.chooseValue(waiters));
            return index + 1;
        });
    }

    /** Two threads that add 1 without a lock; each first makes so many more steps. */
    private static ToyProgram account(int[] balance, int more) {
        balance[0] = 0;
        ToyProgram program = new ToyProgram();
        for (int thread = 0; thread < 2; thread++) {
            int[] seen = new int[1];
            List<ToyProgram.Step> steps = new ArrayList<>();
            for (int i = 0; i < more; i++) {
                steps.add(step(OperationKind.CALL, 9, true, () -> {}));
            }
            steps.add(ToyProgram.read(1, () -> seen[0] = balance[0]));
            steps.add(write(1, () -> balance[0] = seen[0] + 1));
            program.thread(steps);
        }
        return program;
    }
}
