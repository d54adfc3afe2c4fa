package dev.jcoyote.strategy;

import static dev.jcoyote.strategy.ToyProgram.hint;
import static dev.jcoyote.strategy.ToyProgram.read;
import static dev.jcoyote.strategy.ToyProgram.work;
import static dev.jcoyote.strategy.ToyProgram.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.bridge.OperationKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SurwStrategyTest {
    @Test
    void theOrdersOfTheSharedEventsAreEquallyLikelyWhateverElseThreadsDo() {
        SurwStrategy strategy = new SurwStrategy();
        Map<String, Integer> counts = new TreeMap<>();
        for (int number = 1; number <= 10_000; number++) {
            List<String> order = new ArrayList<>();
            ToyExecution.run(unevenProgram(order), strategy, number, 3);
            if (number > 1) {
                counts.merge(String.join("", order), 1, Integer::sum);
            }
        }
        // Three of one thread among five events at the shared location: 10 orders.
        assertThat(counts).hasSize(10);
        // 21.67 is the 99th percentile of chi-square with 9 degrees of freedom.
        assertThat(UrwStrategyTest.chiSquare(counts.values())).isLessThan(21.67);
    }

    @Test
    void oneThreadBetweenAllOthersIsFoundSoon() {
        long executions = 0;
        for (int seed = 1; seed <= 10; seed++) {
            executions += executionsUntilReordered(new SurwStrategy(), seed);
        }
        assertThat(executions / 10).isLessThan(100);
    }

    @Test
    void theProfileNamesWhatThreadsShareAndOneOfThemChanges() {
        SurwStrategy strategy = new SurwStrategy();
        ToyProgram program = new ToyProgram()
                .thread(hint(OperationKind.YIELD), write(1, () -> {}))
                .thread(read(1, () -> {}), read(2, () -> {}), write(3, () -> {}))
                .thread(read(1, () -> {}), read(2, () -> {}));
        ToyExecution.run(program, strategy, 1, 1);
        Profile profile = Learned.of("surw", strategy.learned()).profile();
        assertThat(profile.entries()).hasSize(2).containsKey(Profile.ALL);
        assertThat(profile.entries().get(Profile.ALL).counts().text()).isEqualTo("main:2,main.1:3,main.2:2");
        assertThat(profile.text()).contains("@1/main:1,main.1-2:1");
    }

    @Test
    void inTheFirstExecutionNoThreadIsInterruptedBeforeItsTurnIsOver() {
        ToyProgram program =
                new ToyProgram().thread(work(40, 1)).thread(work(40, 1)).thread(work(40, 1));
        assertThat(ToyExecution.run(program, new SurwStrategy(), 1, 1).preemptions)
                .isZero();
        ToyProgram longer = new ToyProgram().thread(work(200, 1)).thread(work(200, 1));
        assertThat(ToyExecution.run(longer, new SurwStrategy(), 1, 1).preemptions)
                .isBetween(2, 6);
    }

    @Test
    void profilesJoinWhateverTheOrder() {
        Profile one = Profile.parse("2@1/main:3;a1@2/main:1,main.1-9:4;b1@9/main.1:1,main.3:1");
        Profile other = Profile.parse("2@1/main:3;a1@5/main:7;c1@3/main.1.1-2:2");
        assertThat(one.join(other).text())
                .isEqualTo(other.join(one).text())
                .isEqualTo("2@1/main:3;a1@2/main:1,main.1-9:4;b1@9/main.1:1,main.3:1;c1@3/main.1.1-2:2");
    }

    @Test
    void noMoreThanSixteenLocationsAreKeptTheSameInEveryOrder() {
        Profile up = Profile.EMPTY;
        Profile down = Profile.EMPTY;
        for (int i = 0; i < 100; i++) {
            up = up.with(1_000 + i, new Profile.Entry(1, EventCounts.parse("main:1")));
            down = down.with(1_099 - i, new Profile.Entry(1, EventCounts.parse("main:1")));
        }
        assertThat(up.text()).isEqualTo(down.text());
        assertThat(up.entries()).hasSize(16);
    }

    private static int executionsUntilReordered(Strategy strategy, int seed) {
        boolean[] isReordered = {false};
        for (int number = 1; number <= 5_000; number++) {
            int[] cells = new int[2];
            int[] seen = new int[1];
            ToyProgram program = new ToyProgram();
            program.thread(hint(OperationKind.YIELD));
            for (int i = 0; i < 40; i++) {
                program.thread(write(1, () -> cells[0] = 1), write(2, () -> cells[1] = 1));
            }
            program.thread(read(1, () -> seen[0] = cells[0]), read(2, () -> isReordered[0] |= seen[0] != cells[1]));
            ToyExecution.run(program, strategy, number, seed);
            if (isReordered[0]) {
                return number;
            }
        }
        return 5_000;
    }

    private static ToyProgram unevenProgram(List<String> order) {
        List<ToyProgram.Step> busy = new ArrayList<>(work(20, 2));
        busy.add(write(1, () -> order.add("a")));
        busy.addAll(work(15, 2));
        busy.add(write(1, () -> order.add("a")));
        busy.add(write(1, () -> order.add("a")));
        return new ToyProgram().thread(busy).thread(write(1, () -> order.add("b")), write(1, () -> order.add("b")));
    }
}
