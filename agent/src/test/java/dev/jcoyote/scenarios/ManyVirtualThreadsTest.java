package dev.jcoyote.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jcoyote.Configuration;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;

/** An execution may have as many virtual threads as programs have, all of them waiting at the same time. */
@EnabledForJreRange(minVersion = 24)
class ManyVirtualThreadsTest {
    @BeforeAll
    static void instrument() {
        Installation.ensure();
    }

    @Test
    void tenThousandRunAsFibers() {
        explore("fiber", 10_000);
    }

    @Test
    void aThousandRunOnPlatformThreads() {
        explore("platform", 1_000);
    }

    private static void explore(String engine, int threads) {
        Configuration configuration = Configuration.defaults()
                .withTestName(ManyVirtualThreadsTest.class.getName())
                .withEngine(engine)
                .withStrategy("random")
                .withMaxSteps(1_000_000)
                .withIterations(2);
        Report report = SystematicTesting.explore(configuration, () -> new Crowd().run(threads));
        assertThat(report.bugs()).isEmpty();
        assertThat(report.verdict()).as("%s", report.warnings()).isEqualTo(Verdict.PASSED);
        assertThat(report.engine()).isEqualTo(engine);
    }

    /** Virtual threads that wait for each other: half of them are started one by one, half by an executor. */
    private static final class Crowd {
        private final AtomicInteger count = new AtomicInteger();

        void run(int size) throws InterruptedException {
            CountDownLatch begun = new CountDownLatch(size);
            CountDownLatch open = new CountDownLatch(1);
            Runnable task = () -> {
                begun.countDown();
                try {
                    open.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                count.incrementAndGet();
            };
            List<Thread> threads = new ArrayList<>();
            ExecutorService executor = VirtualThreads.executor();
            for (int i = 0; i < size; i += 2) {
                threads.add(VirtualThreads.start(task));
                executor.execute(task);
            }
            begun.await();
            open.countDown();
            for (Thread thread : threads) {
                thread.join();
            }
            VirtualThreads.close(executor);
            assertEquals(size, count.get());
        }
    }
}
