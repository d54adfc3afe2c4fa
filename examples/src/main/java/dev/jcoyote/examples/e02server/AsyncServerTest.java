package dev.jcoyote.examples.e02server;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Close must wait for every connection that is handled. */
public final class AsyncServerTest {
    /** Connects three clients before and three after the call of close. Fails: close misses a connection. */
    public void closeAwaitsEveryConnection() {
        AtomicInteger handled = new AtomicInteger();
        AsyncServer server = new AsyncServer(handled::incrementAndGet);
        server.open();
        server.connect();
        server.connect();
        server.connect();
        CompletableFuture<Integer> closed = server.closeAsync();
        server.connect();
        server.connect();
        server.connect();
        checkAllAwaited(closed.join(), handled.get());
    }

    /** The same with the fixed server. Passes. */
    public void closeAwaitsEveryConnectionFixed() {
        AtomicInteger handled = new AtomicInteger();
        AsyncServerFixed server = new AsyncServerFixed(handled::incrementAndGet);
        server.open();
        server.connect();
        server.connect();
        server.connect();
        CompletableFuture<Integer> closed = server.closeAsync();
        server.connect();
        server.connect();
        server.connect();
        checkAllAwaited(closed.join(), handled.get());
    }

    private static void checkAllAwaited(int awaited, int handled) {
        if (handled > awaited) {
            throw new AssertionError(handled + " connections were handled, but close awaited " + awaited);
        }
    }
}
