package dev.jcoyote.strategy;

import static dev.jcoyote.strategy.ToyProgram.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class UrwStrategyTest {
    private static final int EXECUTIONS = 21_000;

    @Test
    void everyInterleavingIsEquallyLikely() {
        // Seven steps, of which one thread has five: 21 interleavings.
        Collection<Integer> counts = counts(new UrwStrategy(), 5, 2);
        assertThat(counts).hasSize(21);
        // 37.57 is the 99th percentile of chi-square with 20 degrees of freedom.
        assertThat(chiSquare(counts)).isLessThan(37.57);
    }

    @Test
    void aRandomWalkPrefersShortThreads() {
        assertThat(chiSquare(counts(new RandomStrategy(), 5, 2))).isGreaterThan(1_000);
    }

    @Test
    void threeThreadsOfDifferentLengthsAreMixedEvenly() {
        Collection<Integer> counts = counts(new UrwStrategy(), 1, 2, 4);
        assertThat(counts).hasSize(105);
        // 141.6 is the 99th percentile of chi-square with 104 degrees of freedom.
        assertThat(chiSquare(counts)).isLessThan(141.6);
    }

    @Test
    void theEventsOfThreadsNotYetStartedCountForTheirParent() {
        RemainingEvents remaining = new RemainingEvents(new SeededRandom());
        remaining.begin(EventCounts.parse("main:2,main.1-3:5,main.2.1:4"));
        remaining.executed(0);
        assertThat(remaining.meet(List.of("main"), Options.NONE)).isEqualTo(Options.NONE);
        assertThat(remaining.of(0)).isEqualTo(20);
        remaining.meet(List.of("main", "main.1", "main.2"), Options.NONE);
        assertThat(remaining.of(0)).isEqualTo(6);
        assertThat(remaining.of(1)).isEqualTo(5);
        assertThat(remaining.of(2)).isEqualTo(9);
    }

    @Test
    void aNewThreadTakesTheIntendedEventOverInProportion() {
        SeededRandom random = new SeededRandom();
        random.seed(1);
        RemainingEvents remaining = new RemainingEvents(random);
        int taken = 0;
        for (int i = 0; i < 1_000; i++) {
            remaining.begin(EventCounts.parse("main:3,main.1:1"));
            remaining.meet(List.of("main"), Options.NONE);
            taken += remaining.meet(List.of("main", "main.1"), 0);
        }
        assertThat(taken).isBetween(200, 300);
    }

    private static Collection<Integer> counts(Strategy strategy, int... lengths) {
        Map<String, Integer> counts = new TreeMap<>();
        ToyExecution.run(program(new ArrayList<>(), lengths), strategy, 1, 7);
        for (int number = 2; number <= EXECUTIONS + 1; number++) {
            List<String> order = new ArrayList<>();
            ToyExecution.run(program(order, lengths), strategy, number, 7);
            counts.merge(String.join("", order), 1, Integer::sum);
        }
        return counts.values();
    }

    private static ToyProgram program(List<String> order, int... lengths) {
        ToyProgram program = new ToyProgram();
        for (int thread = 0; thread < lengths.length; thread++) {
            String name = Integer.toString(thread);
            List<ToyProgram.Step> steps = new ArrayList<>();
            for (int i = 0; i < lengths[thread]; i++) {
                steps.add(write(1, () -> order.add(name)));
            }
            program.thread(steps);
        }
        return program;
    }

    static double chiSquare(Collection<Integer> counts) {
        double expected = counts.stream().mapToInt(Integer::intValue).sum() / (double) counts.size();
        return counts.stream()
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
    }
}
