package dev.jcoyote.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.Configuration;
import dev.jcoyote.Report;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.Verdict;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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
}
