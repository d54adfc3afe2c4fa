package dev.jcoyote.examples.e02server;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * A server that accepts connections on a thread of its own and handles each asynchronously.
 *
 * <p>The bug: {@link #closeAsync} waits for the connections that are in the map when it looks. The accept loop may have
 * accepted one just before the listener was stopped and put it there just after: that one is handled, but not awaited.
 */
final class AsyncServer {
    private final MockListener listener = new MockListener();
    private final ConcurrentMap<Integer, CompletableFuture<Void>> connections = new ConcurrentHashMap<>();
    private final Runnable handler;

    /** Creates a server that runs the handler for each connection. */
    AsyncServer(Runnable handler) {
        this.handler = handler;
    }

    /** Starts the accept loop. */
    void open() {
        new Thread(this::acceptLoop, "accept-loop").start();
    }

    /** Connects a client. */
    void connect() {
        listener.connect();
    }

    private void acceptLoop() {
        try {
            for (@Nullable Connection next = listener.accept(); next != null; next = listener.accept()) {
                connections.put(next.id(), CompletableFuture.runAsync(handler));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops accepting and waits for the connections; the result says for how many. */
    CompletableFuture<Integer> closeAsync() {
        return CompletableFuture.supplyAsync(this::close);
    }

    private int close() {
        listener.stop();
        List<CompletableFuture<Void>> open = List.copyOf(connections.values());
        CompletableFuture.allOf(open.toArray(CompletableFuture[]::new)).join();
        return open.size();
    }
}
