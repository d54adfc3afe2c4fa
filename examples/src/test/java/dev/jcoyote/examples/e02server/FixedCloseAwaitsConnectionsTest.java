package dev.jcoyote.examples.e02server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcoyote.junit.SystematicTest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;

/** Example 2 in JUnit, with the fixed server, and with the schedules that failed before the fix. */
class FixedCloseAwaitsConnectionsTest {
    private final AtomicInteger handled = new AtomicInteger();
    private final AsyncServerFixed server = new AsyncServerFixed(handled::incrementAndGet);

    @BeforeEach
    void openWithThreeConnections() {
        server.open();
        for (int i = 0; i < 3; i++) {
            server.connect();
        }
    }

    private void closeWhileThreeMoreConnect() {
        CompletableFuture<Integer> closed = server.closeAsync();
        for (int i = 0; i < 3; i++) {
            server.connect();
        }
        int awaited = closed.join();
        int now = handled.get();
        assertTrue(now <= awaited, () -> now + " connections were handled, but close awaited " + awaited);
    }

    @SystematicTest(corpus = "src/test/schedules")
    void inManyInterleavings() {
        closeWhileThreeMoreConnect();
    }
}
