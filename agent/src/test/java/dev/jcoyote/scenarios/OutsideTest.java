package dev.jcoyote.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jcoyote.Bug;
import dev.jcoyote.Configuration;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.Verdict;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not under control is named, and the verdict is no pass. */
class OutsideTest {
    private static final Configuration FEW = Configuration.defaults().withIterations(5);

    @BeforeAll
    static void instrument() {
        Installation.ensure();
    }

    @Test
    void aThreadFromOutsideThatCompletesAFutureIsNamed() throws Exception {
        BlockingQueue<CompletableFuture<String>> requests = new LinkedBlockingQueue<>();
        Thread outside = new Thread(() -> answerAll(requests), "outside");
        outside.setDaemon(true);
        outside.start();
        try {
            Report report = SystematicTesting.explore(FEW, () -> {
                CompletableFuture<String> answer = new CompletableFuture<>();
                requests.add(answer);
                Concurrently.run(() -> {
                    if (!answer.join().equals("answer")) {
                        throw new AssertionError();
                    }
                });
            });
            assertThat(report.bugs()).isEmpty();
            assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
            assertThat(report.warnings()).anyMatch(line -> line.startsWith("A thread outside control acted"));
        } finally {
            outside.interrupt();
            outside.join();
        }
    }

    private static void answerAll(BlockingQueue<CompletableFuture<String>> requests) {
        try {
            while (true) {
                CompletableFuture<String> request = requests.take();
                // Who comes before the one that waits is not seen: it wakes nobody.
                while (request.getNumberOfDependents() == 0) {
                    Thread.onSpinWait();
                }
                request.complete("answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void inputFromANetworkIsNamedWithItsLine() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Report report = SystematicTesting.explore(
                    FEW,
                    () -> Concurrently.run(() -> {
                        Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                        server.accept().close();
                        client.close();
                    }));
            assertThat(report.bugs()).isEmpty();
            assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
            assertThat(report.warnings())
                    .anyMatch(line -> line.startsWith("Outside control: ") && line.contains("accept"));
        }
    }

    /** What only the main thread waits for, on its monitor. */
    private static final class Answer {
        private boolean given;

        synchronized void give() {
            given = true;
            notifyAll();
        }

        synchronized void await() throws InterruptedException {
            while (!given) {
                wait();
            }
        }
    }

    @Test
    void aMonitorThatAThreadFromOutsideNotifiesIsNoDeadlock() throws Exception {
        BlockingQueue<Answer> requests = new LinkedBlockingQueue<>();
        Thread outside = new Thread(() -> notifyAll(requests), "outside");
        outside.setDaemon(true);
        outside.start();
        try {
            Report report = SystematicTesting.explore(FEW, () -> {
                Answer answer = new Answer();
                requests.add(answer);
                answer.await();
            });
            assertThat(report.bugs()).isEmpty();
            assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
            assertThat(report.warnings()).anyMatch(line -> line.startsWith("A thread outside control acted"));
        } finally {
            outside.interrupt();
            outside.join();
        }
    }

    private static void notifyAll(BlockingQueue<Answer> requests) {
        try {
            while (true) {
                Answer answer = requests.take();
                Thread.sleep(50); // who comes before the one that waits is not seen
                answer.give();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aProcessThatIsWaitedForIsNoDeadlock() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sleep")));
        Report report = SystematicTesting.explore(
                FEW.withIterations(2),
                () -> Concurrently.run(() -> assertThat(
                                new ProcessBuilder("/bin/sleep", "0.3").start().waitFor())
                        .isZero()));
        assertThat(report.bugs()).extracting(Bug::report).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(report.warnings())
                .anyMatch(line -> line.startsWith("Outside control: ") && line.contains("waitFor"));
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void aTaskForAPoolThatWasThereBeforeIsNamedWithItsThread(String engine) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1, task -> new Thread(task, "old worker"));
        pool.submit(() -> {}).get();
        try {
            Report report = SystematicTesting.explore(FEW.withEngine(engine), () -> {
                AtomicInteger done = new AtomicInteger();
                Concurrently.run(() -> pool.submit(done::incrementAndGet).get());
                assertThat(done).hasValue(1);
            });
            assertThat(report.bugs()).extracting(Bug::report).isEmpty();
            assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
            assertThat(report.warnings())
                    .anyMatch(line -> line.contains("got work from the test: old worker by ExecutorService.submit at ")
                            && line.contains("OutsideTest.java")
                            && line.contains("Create the pool"));
        } finally {
            pool.shutdownNow();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void aTimerThatWasThereBeforeRunsItsTasks(String engine) throws Exception {
        Timer timer = new Timer("old timer", true);
        try {
            Thread.sleep(50); // until it waits
            Report report = SystematicTesting.explore(FEW.withEngine(engine), () -> {
                CountDownLatch done = new CountDownLatch(1);
                timer.schedule(
                        new TimerTask() {
                            @Override
                            public void run() {
                                done.countDown();
                            }
                        },
                        0);
                done.await();
            });
            assertThat(report.bugs()).extracting(Bug::report).isEmpty();
            assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
            assertThat(report.warnings()).anyMatch(line -> line.contains("old timer"));
        } finally {
            timer.cancel();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.jcoyote.scenarios.Installation#engines")
    void aForkJoinPoolThatWasThereBeforeIsNamed(String engine) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(1);
        pool.submit(() -> {}).get();
        try {
            Thread.sleep(50); // until its worker waits
            Report report = SystematicTesting.explore(
                    FEW.withEngine(engine),
                    () -> assertThat(pool.submit(() -> 7).get()).isEqualTo(7));
            assertThat(report.bugs()).extracting(Bug::report).isEmpty();
            assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
            assertThat(report.warnings()).anyMatch(line -> line.contains("got work from the test: ForkJoinPool-"));
        } finally {
            pool.shutdownNow();
        }
    }
}
