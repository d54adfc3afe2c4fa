package dev.jcoyote.examples.e02server;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * {@link AsyncServer} without its bug, and still without a lock.
 *
 * <p>The accept loop registers a connection before it looks whether the server is closing; close says that it is closing
 * before it looks which connections are registered. Whichever comes first, one of the two sees the other: a connection
 * is either awaited or refused.
 */
final class AsyncServerFixed {
    private final MockListener listener = new MockListener();
    private final ConcurrentMap<Integer, CompletableFuture<Void>> connections = new ConcurrentHashMap<>();
    private final Runnable handler;
    private volatile boolean closing;

    /** Creates a server that runs the handler for each connection. */
    AsyncServerFixed(Runnable handler) {
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
                accepted(next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accepted(Connection connection) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        connections.put(connection.id(), done);
        if (closing) {
            // Refused: close may have seen it already and must not wait for ever.
            connections.remove(connection.id());
            done.complete(null);
        } else {
            done.completeAsync(() -> {
                handler.run();
                return null;
            });
        }
    }

    /** Stops accepting and waits for the connections; the result says for how many. */
    CompletableFuture<Integer> closeAsync() {
        return CompletableFuture.supplyAsync(this::close);
    }

    private int close() {
        closing = true;
        listener.stop();
        List<CompletableFuture<Void>> open = List.copyOf(connections.values());
        CompletableFuture.allOf(open.toArray(CompletableFuture[]::new)).join();
        return open.size();
    }
}
