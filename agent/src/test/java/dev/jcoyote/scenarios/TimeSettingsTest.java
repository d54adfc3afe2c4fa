package dev.jcoyote.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.Bug;
import dev.jcoyote.Configuration;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.TestBody;
import dev.jcoyote.Verdict;
import dev.jcoyote.schedule.Decision;
import dev.jcoyote.schedule.Schedule;
import dev.jcoyote.schedule.ScheduleFormat;
import dev.jcoyote.scheduler.TimeSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is chosen about time: the end of timed waits, wake-ups without a reason, and the first instant. */
class TimeSettingsTest {
    private static final TimeSettings USUAL = TimeSettings.USUAL;

    @BeforeAll
    static void instrument() {
        Installation.ensure();
    }

    private static Report explore(TimeSettings time, TestBody body) {
        return SystematicTesting.explore(configuration(time), body);
    }

    private static Configuration configuration(TimeSettings time) {
        return Configuration.defaults()
                .withEngine(Installation.engine())
                .withIterations(300)
                .withTime(time);
    }

    private static void awaitWorker() throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(1);
        Thread worker = Concurrently.start(latch::countDown);
        if (!latch.await(1, TimeUnit.SECONDS)) {
            throw new IllegalStateException("too late");
        }
        worker.join();
    }

    private static void getOfWorker() throws Exception {
        CompletableFuture<String> future = new CompletableFuture<>();
        Thread worker = Concurrently.start(() -> future.complete("done"));
        future.get(1, TimeUnit.SECONDS);
        worker.join();
    }

    private static void waitForWorker() throws InterruptedException {
        Object monitor = new Object();
        boolean[] done = new boolean[1];
        Thread worker = Concurrently.start(() -> {
            synchronized (monitor) {
                done[0] = true;
                monitor.notifyAll();
            }
        });
        synchronized (monitor) {
            if (!done[0]) {
                monitor.wait(1_000);
                if (!done[0]) {
                    throw new IllegalStateException("woken without a reason");
                }
            }
        }
        worker.join();
    }

    private static void joinWorker() throws InterruptedException {
        Thread worker = Concurrently.start(Thread::yield);
        worker.join(1_000);
        if (worker.isAlive()) {
            throw new IllegalStateException("too late");
        }
    }

    private static void assertFoundAndReplayed(TimeSettings time, TestBody body, String key) throws Exception {
        assertThat(explore(USUAL, body).verdict()).isEqualTo(Verdict.PASSED);
        Report report = explore(time, body);
        assertThat(report.warnings()).noneMatch(line -> line.startsWith("Not deterministic"));
        Bug bug = report.bugs().get(0);
        assertThat(bug.schedule().header(key)).isEqualTo("explore");
        Schedule written = ScheduleFormat.read(ScheduleFormat.write(bug.schedule()), "test");
        for (int turn = 0; turn < 2; turn++) {
            // The schedule says what is chosen about time, whatever the configuration does.
            Report replay = SystematicTesting.replay(
                    configuration(USUAL).withEngine(Installation.engineOfTurn(turn)), written, body);
            assertThat(replay.divergence()).isNull();
            assertThat(replay.bugs())
                    .singleElement()
                    .satisfies(again -> assertThat(again.message()).isEqualTo(bug.message()));
        }
    }

    @Test
    void everyTimedWaitMayEndEarly() throws Exception {
        TimeSettings explored = USUAL.exploringTimeouts(true);
        List<TestBody> bodies = List.of(
                TimeSettingsTest::awaitWorker,
                TimeSettingsTest::getOfWorker,
                TimeSettingsTest::waitForWorker,
                TimeSettingsTest::joinWorker);
        for (TestBody body : bodies) {
            assertFoundAndReplayed(explored, body, Schedule.TIMEOUTS);
        }
    }

    @Test
    void theEndOfAWaitIsADecisionOfItsOwn() {
        Bug bug = explore(USUAL.exploringTimeouts(true), TimeSettingsTest::awaitWorker)
                .bugs()
                .get(0);
        assertThat(bug.schedule().decisions()).anySatisfy(decision -> {
            assertThat(decision.kind()).isEqualTo(Decision.Kind.TIMEOUT);
            assertThat(decision.operation()).isEqualTo("TIMEOUT CountDownLatch.await");
        });
    }

    @Test
    void aWaitThatEndsEarlyMovesTheClock() {
        Report report = explore(USUAL.exploringTimeouts(true), () -> {
            long begin = System.nanoTime();
            Concurrently.run(Thread::yield, Thread::yield, () -> LockSupport.parkNanos(1_000_000));
            try {
                new CompletableFuture<String>().get(2, TimeUnit.SECONDS);
            } catch (TimeoutException expected) {
                assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(TimeUnit.SECONDS.toNanos(2));
            }
        });
        assertThat(report.verdict()).as("%s", report.warnings()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void aWaitMayEndWithoutAReason() throws Exception {
        assertFoundAndReplayed(
                USUAL.wakingSpuriously(true), TimeSettingsTest::waitForWorker, Schedule.SPURIOUS_WAKEUPS);
    }

    @Test
    void aLoopAroundAWaitBearsIt() {
        Report report = explore(USUAL.wakingSpuriously(true), () -> {
            Object monitor = new Object();
            boolean[] done = new boolean[1];
            Thread worker = Concurrently.start(() -> {
                synchronized (monitor) {
                    done[0] = true;
                    monitor.notifyAll();
                }
            });
            synchronized (monitor) {
                while (!done[0]) {
                    monitor.wait();
                }
            }
            worker.join();
        });
        assertThat(report.verdict()).as("%s", report.warnings()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void everyExecutionBeginsAtTheTimeThatWasChosen() {
        Instant start = Instant.parse("2031-12-31T23:59:59Z");
        List<Instant> seen = new ArrayList<>();
        Report report = explore(USUAL.from(start), () -> {
            Concurrently.run(Thread::yield, Thread::yield);
            seen.add(Instant.ofEpochSecond(Instant.now().getEpochSecond()));
            LockSupport.parkUntil(start.plusSeconds(60).toEpochMilli());
            assertThat(Instant.now()).isBetween(start.plusSeconds(60), start.plusSeconds(61));
        });
        assertThat(report.bugs()).isEmpty();
        assertThat(new HashSet<>(seen)).containsExactly(start);
    }
}
