package dev.jcoyote.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.Bug;
import dev.jcoyote.BugKind;
import dev.jcoyote.Configuration;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.TestBody;
import dev.jcoyote.Verdict;
import dev.jcoyote.examples.e01hello.HelloWorld;
import dev.jcoyote.examples.e02server.AsyncServerTest;
import dev.jcoyote.examples.e03account.AccountTest;
import dev.jcoyote.examples.e04buffer.BoundedBufferTest;
import dev.jcoyote.examples.e05cache.CacheTest;
import dev.jcoyote.examples.e06visits.VisitsTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each example has the verdict that it claims: the buggy variant fails and replays, the fixed one passes. */
class ExamplesTest {
    private record Example(String name, TestBody buggy, TestBody fixed, BugKind kind, String saying) {}

    private static final int SEEDS = 20;

    private static List<Example> examples() {
        return List.of(
                new Example(
                        "the server",
                        () -> new AsyncServerTest().closeAwaitsEveryConnection(),
                        () -> new AsyncServerTest().closeAwaitsEveryConnectionFixed(),
                        BugKind.ASSERTION,
                        "connections were handled, but close awaited"),
                new Example(
                        "the accounts",
                        () -> new AccountTest().transfersInOppositeDirections(),
                        () -> new AccountTest().transfersInOppositeDirectionsFixed(),
                        BugKind.DEADLOCK,
                        "holds Account#"),
                new Example(
                        "the bounded buffer",
                        () -> new BoundedBufferTest().everyItemIsTaken(),
                        () -> new BoundedBufferTest().everyItemIsTakenFixed(),
                        BugKind.DEADLOCK,
                        "waits to be notified on BoundedBuffer#1"),
                new Example(
                        "the cache",
                        () -> new CacheTest().valueIsLoadedOnce(),
                        () -> new CacheTest().valueIsLoadedOnceFixed(),
                        BugKind.ASSERTION,
                        "2"),
                new Example(
                        "the visits",
                        () -> new VisitsTest().everyVisitCounts(),
                        () -> new VisitsTest().everyVisitCountsFixed(),
                        BugKind.ASSERTION,
                        "visits counted: 1"));
    }

    @TestFactory
    Stream<DynamicTest> theBugIsFoundWithinAHundredExecutionsAtTheMedianAndReplays() {
        return examples().stream()
                .map(example -> DynamicTest.dynamicTest(example.name(), () -> {
                    List<Integer> executions = new ArrayList<>();
                    for (int seed = 1; seed <= SEEDS; seed++) {
                        Report report = SystematicTesting.explore(
                                Configuration.defaults().withSeed(seed).withIterations(10_000), example.buggy());
                        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
                        Bug bug = report.bugs().get(0);
                        assertThat(bug.kind()).isEqualTo(example.kind());
                        assertThat(bug.message()).contains(example.saying());
                        executions.add(bug.execution());
                        assertReplays(example, bug);
                    }
                    executions.sort(null);
                    assertThat(executions.get(SEEDS / 2)).isLessThanOrEqualTo(100);
                }));
    }

    private static void assertReplays(Example example, Bug bug) {
        Report replay = SystematicTesting.replay(Configuration.defaults(), bug.schedule(), example.buggy());
        assertThat(replay.divergence()).isNull();
        assertThat(replay.bugs()).hasSize(1);
        assertThat(replay.bugs().get(0).message()).isEqualTo(bug.message());
    }

    @TestFactory
    Stream<DynamicTest> theFixedVariantPassesAThousandExecutions() {
        return examples().stream()
                .map(example -> DynamicTest.dynamicTest(example.name(), () -> {
                    Report report =
                            SystematicTesting.explore(Configuration.defaults().withSeed(7), example.fixed());
                    assertThat(report.bugs()).isEmpty();
                    assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
                    assertThat(report.executions()).isEqualTo(1_000);
                }));
    }

    @Test
    void theGreetingPasses() {
        Report report = SystematicTesting.explore(
                Configuration.defaults().withIterations(10), () -> new HelloWorld().helloWorld());
        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
    }
}
