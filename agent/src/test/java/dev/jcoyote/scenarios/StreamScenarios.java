package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jcoyote.BugKind;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Parallel streams and the parallel operations on arrays. */
final class StreamScenarios {
    @Passes
    void aParallelSumIsRight() {
        assertEquals(4032, IntStream.range(0, 64).parallel().map(i -> i * 2).sum());
        List<Integer> numbers = Arrays.asList(1, 2, 3, 4, 5, 6, 7, 8);
        assertEquals(36, numbers.parallelStream().collect(Collectors.summingInt(i -> i)));
    }

    @Passes
    void parallelCollectorsKeepTheOrder() {
        List<Integer> doubled = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> {
                    Thread.yield();
                    return i * 2;
                })
                .collect(Collectors.toList());
        assertEquals(16, doubled.size());
        assertEquals(30, doubled.get(15));
    }

    @Passes
    void concurrentGroupingLosesNothing() {
        assertEquals(
                4L,
                IntStream.range(0, 8)
                        .parallel()
                        .boxed()
                        .collect(Collectors.groupingByConcurrent(i -> i % 2, Collectors.counting()))
                        .get(1));
    }

    @Fails(value = BugKind.ASSERTION, saying = "expected: <8> but was: ")
    void aParallelStreamRacesOnAPlainElement() {
        int[] sum = {0};
        IntStream.range(0, 8).parallel().forEach(i -> sum[0]++);
        assertEquals(8, sum[0]);
    }

    @Fails(value = BugKind.ASSERTION, saying = "expected: <8> but was: ")
    void aParallelStreamRacesOnWhatItsFunctionsShare() {
        AtomicInteger sum = new AtomicInteger();
        IntStream.range(0, 8).parallel().forEach(i -> sum.set(sum.get() + 1));
        assertEquals(8, sum.get());
    }

    @Passes
    void arraysAreSortedAndSummedInParallel() {
        int[] numbers = IntStream.range(0, 20_000).map(i -> 20_000 - i).toArray();
        Arrays.parallelSort(numbers);
        assertEquals(1, numbers[0]);
        Arrays.parallelPrefix(numbers, Integer::sum);
        assertEquals(200_010_000, numbers[19_999]);
        Arrays.parallelSetAll(numbers, i -> i);
        assertEquals(19_999, numbers[19_999]);
    }
}
