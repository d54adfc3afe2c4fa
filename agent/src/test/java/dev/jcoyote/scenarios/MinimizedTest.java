package dev.jcoyote.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.Bug;
import dev.jcoyote.Configuration;
import dev.jcoyote.Explanation;
import dev.jcoyote.ExplanationSettings;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.TestBody;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How simple a failing execution becomes. */
class MinimizedTest {
    @BeforeAll
    static void instrument() {
        Installation.ensure();
    }

    /** A result that is ready before it is there, for which a thread spins. */
    private static final class Worker {
        int result;
        volatile boolean ready;

        void work() {
            ready = true;
            result = 42;
        }

        int await() {
            while (!ready) {
                Thread.onSpinWait();
            }
            return result;
        }
    }

    private static void aResultThatIsNotReady() throws InterruptedException {
        Worker worker = new Worker();
        Thread thread = new Thread(worker::work);
        thread.start();
        int result = worker.await();
        thread.join();
        if (result != 42) {
            throw new AssertionError("the result is " + result);
        }
    }

    private static void aLostIncrement() throws InterruptedException {
        AtomicInteger counter = new AtomicInteger();
        Concurrently.Action increment = () -> counter.set(counter.get() + 1);
        Concurrently.run(increment, increment, increment);
        if (counter.get() != 3) {
            throw new AssertionError("counted " + counter.get());
        }
    }

    private static Explanation.Minimized minimized(String engine, TestBody body) {
        Configuration configuration = Configuration.defaults()
                .withEngine(engine)
                .withSeed(3)
                .withExplanation(new ExplanationSettings(true, 600, Duration.ofDays(1)));
        Report report = SystematicTesting.explore(configuration, body);
        assertThat(report.bugs()).hasSize(1);
        Bug bug = report.bugs().get(0);
        return Objects.requireNonNull(Objects.requireNonNull(bug.explanation()).minimized());
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void oneInterruptionIsFoundAlsoWhereAThreadCanSpinForEver(String engine) {
        Explanation.Minimized minimized = minimized(engine, MinimizedTest::aResultThatIsNotReady);

        assertThat(minimized.preemptions()).isOne();
        assertThat(minimized.isFewest()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void whatAllExecutionsWithFewerPreemptionsDoIsKnownOfASmallProgram(String engine) {
        Explanation.Minimized minimized = minimized(engine, MinimizedTest::aLostIncrement);

        assertThat(minimized.preemptions()).isOne();
        assertThat(minimized.isFewest()).isTrue();
    }
}
