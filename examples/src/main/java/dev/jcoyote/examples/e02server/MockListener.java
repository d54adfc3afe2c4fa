package dev.jcoyote.examples.e02server;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A listener without a network: its clients are threads that call {@link #connect}. */
final class MockListener {
    /** Wakes the accepting thread when there will be no more connections. */
    private static final Connection NONE = new Connection(-1);

    private final BlockingQueue<Connection> backlog = new LinkedBlockingQueue<>();
    private final AtomicInteger lastId = new AtomicInteger();
    private volatile boolean stopped;

    /** Connects a client, unless the listener is stopped. */
    void connect() {
        if (!stopped) {
            backlog.add(new Connection(lastId.incrementAndGet()));
        }
    }

    /** Waits for the next connection; returns null once the listener is stopped. */
    @Nullable
    Connection accept() throws InterruptedException {
        Connection connection = backlog.take();
        return stopped ? null : connection;
    }

    /** Accepts no more connections; those in the backlog are refused. */
    void stop() {
        stopped = true;
        backlog.add(NONE);
    }
}
