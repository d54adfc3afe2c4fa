package dev.jcoyote.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.jcoyote.Bug;
import dev.jcoyote.BugKind;
import dev.jcoyote.Configuration;
import dev.jcoyote.ExplanationSettings;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.TestBody;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With scheduling points inside the JDK, known bugs of the JDK itself are found, and replay. */
class DeepTest {
    private static final int EXECUTIONS = 20_000;

    @BeforeAll
    static void instrument() {
        Installation.ensure();
    }

    private static Configuration deep(String engine, long seed) {
        return Configuration.defaults()
                .withEngine(engine)
                .withSeed(seed)
                .withIterations(EXECUTIONS)
                .withExplanation(ExplanationSettings.OFF)
                .withDeep(true);
    }

    /** Explores with several seeds; returns the median of the executions until the bug, and replays each. */
    private static int median(String engine, BugKind kind, TestBody body) {
        // Platform threads take their time.
        int seeds = engine.equals("fiber") ? 10 : 3;
        List<Integer> executions = new ArrayList<>();
        for (int seed = 0; seed < seeds; seed++) {
            Report report = SystematicTesting.explore(deep(engine, seed), body);
            assertThat(report.bugs()).as("seed %s: %s", seed, report.warnings()).hasSize(1);
            Bug bug = report.bugs().get(0);
            assertThat(bug.kind()).as(bug.report()).isEqualTo(kind);
            Report replay = SystematicTesting.replay(deep(engine, seed), bug.schedule(), body);
            assertThat(replay.divergence()).isNull();
            assertThat(replay.bugs()).singleElement().extracting(Bug::message).isEqualTo(bug.message());
            executions.add(report.executions());
        }
        executions.sort(null);
        return executions.get(seeds / 2);
    }

    /** JDK-8256833: an element is taken from the end that is not the last one. */
    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void aDequeThatReturnsWhatIsNotLastIsFound(String engine) {
        assertThat(median(engine, BugKind.ASSERTION, DeepTest::pollLast)).isLessThan(EXECUTIONS);
    }

    private static void pollLast() throws InterruptedException {
        ConcurrentLinkedDeque<Integer> deque = new ConcurrentLinkedDeque<>();
        AtomicInteger first = new AtomicInteger();
        AtomicInteger last = new AtomicInteger();
        Concurrently.run(
                () -> {
                    deque.addLast(1);
                    first.set(deque.peekFirst());
                },
                () -> {
                    deque.addFirst(2);
                    last.set(deque.pollLast());
                });
        // If 2 is there when 1 has been added, then 1 is the last one.
        assertFalse(first.get() == 2 && last.get() == 2, "2 was taken from the end behind 1");
    }

    /** JDK-8358601: a task that is scheduled while the pool is shut down neither runs nor is cancelled. */
    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void aTaskThatNeverCompletesIsFound(String engine) {
        assertThat(median(engine, BugKind.EXCEPTION, DeepTest::scheduleAndShutDown))
                .isLessThan(EXECUTIONS);
    }

    private static void scheduleAndShutDown() throws Exception {
        ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
        AtomicReference<Future<?>> task = new AtomicReference<>();
        Concurrently.run(
                () -> {
                    try {
                        task.set(pool.schedule(() -> {}, 1, TimeUnit.MILLISECONDS));
                    } catch (RejectedExecutionException e) {
                        // The pool was shut down before.
                    }
                },
                pool::shutdown);
        Future<?> scheduled = task.get();
        if (scheduled != null) {
            try {
                scheduled.get(1, TimeUnit.HOURS);
            } catch (CancellationException | ExecutionException e) {
                // Cancelled by the shutdown.
            } catch (TimeoutException e) {
                throw new IllegalStateException("the task neither ran nor was cancelled", e);
            }
        }
    }

    /** A map that is not made for two threads. */
    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void anUnsynchronizedMapLosesAnEntry(String engine) {
        int median = median(engine, BugKind.ASSERTION, () -> {
            Map<Integer, Integer> map = new HashMap<>();
            Concurrently.run(() -> map.put(1, 1), () -> map.put(2, 2));
            assertThat(map).hasSize(2);
        });
        assertThat(median).isLessThan(100);
    }
}
