package dev.jcoyote.cli.workers;

import dev.jcoyote.Configuration;
import dev.jcoyote.ExecutionRange;
import dev.jcoyote.ExplorationListener;
import dev.jcoyote.PartialReport;
import dev.jcoyote.RangeSource;
import dev.jcoyote.SystematicTesting;
import dev.jcoyote.TestBody;
import dev.jcoyote.scheduler.ToolThread;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The worker's side: runs what the coordinator asks for, and ends when the coordinator does. */
public final class Worker {
    private static final int ORPHANED = 1;

    private final Connection connection;
    private final Path folder;
    private final Ranges ranges = new Ranges();
    private final Follower follower = new Follower();
    /** Empty messages stand for the end. */
    private final BlockingQueue<Message> requests = new ArrayBlockingQueue<>(2);

    private volatile boolean stopRequested;
    private volatile boolean tellingAll;
    private volatile int execution;
    private volatile @Nullable LongSupplier progress;

    private Worker(Connection connection, Path folder) {
        this.connection = connection;
        this.folder = folder;
    }

    /**
     * Connects to the coordinator.
     *
     * @param folder where this worker writes what it finds
     */
    public static Worker connect(Path socket, Path folder) throws IOException {
        Worker worker = new Worker(Connection.to(socket), folder);
        new ToolThread(worker::listen, "jcoyote-coordinator").start();
        return worker;
    }

    /** Runs ranges until the coordinator has no more. */
    public void explore(Configuration configuration, TestBody body) {
        SystematicTesting.exploreRanges(configuration.withListener(follower), body, ranges);
    }

    /** Tells the coordinator why this process ends. */
    public void fail(Throwable error, boolean isWrongUse) throws IOException {
        String message = isWrongUse ? String.valueOf(error.getMessage()) : error.toString();
        connection.send(Message.Kind.FAILED, new Failure(isWrongUse, message)::writeTo);
    }

    /** Takes requests while the other thread runs executions. */
    private void listen() {
        try {
            while (true) {
                Message message = connection.receive();
                switch (message.kind()) {
                    case RUN -> {
                        stopRequested = false;
                        requests.put(message);
                    }
                    case QUIT -> {
                        stopRequested = true;
                        requests.put(message);
                    }
                    case STOP -> stopRequested = true;
                    case PING -> alive();
                    default -> throw new IOException("A coordinator does not say " + message.kind());
                }
            }
        } catch (IOException | InterruptedException e) {
            // Nobody is there to hear of anything; the program must not keep this process alive.
            deleteEmptyFolder();
            Runtime.getRuntime().halt(ORPHANED);
        }
    }

    /** What was found stays there, since nobody moves it to its place. */
    private void deleteEmptyFolder() {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // It has files.
            return;
        }
    }

    private void alive() throws IOException {
        LongSupplier count = progress;
        int now = execution;
        long steps = count == null ? 0 : count.getAsLong();
        connection.send(Message.Kind.ALIVE, out -> {
            out.writeInt(now);
            out.writeLong(steps);
        });
    }

    private static UncheckedIOException disconnected(IOException e) {
        return new UncheckedIOException("The coordinator does not hear", e);
    }

    /** What the coordinator asks for, one range after the other. */
    private final class Ranges implements RangeSource {
        private boolean running;

        @Override
        public void ready(String engine, String reason, LongSupplier count) {
            progress = count;
            try {
                connection.send(Message.Kind.READY, out -> {
                    out.writeUTF(engine);
                    out.writeUTF(reason);
                });
            } catch (IOException e) {
                throw disconnected(e);
            }
        }

        @Override
        public @Nullable ExecutionRange next() {
            try {
                if (running) {
                    connection.send(Message.Kind.DONE);
                }
                running = true;
                Message message = requests.take();
                if (message.kind() == Message.Kind.QUIT) {
                    return null;
                }
                DataInputStream in = message.in();
                ExecutionRange range = new ExecutionRange(in.readInt(), in.readInt(), in.readUTF());
                tellingAll = in.readBoolean();
                return range;
            } catch (IOException e) {
                throw disconnected(e);
            } catch (InterruptedException e) {
                return null;
            }
        }

        @Override
        public void ran(PartialReport part) {
            try {
                connection.send(Message.Kind.PART, part::writeTo);
            } catch (IOException e) {
                throw disconnected(e);
            }
        }
    }

    /** Knows which execution runs, and ends a range on request. */
    private final class Follower implements ExplorationListener {
        @Override
        public void executionBegins(int number) {
            execution = number;
            if (tellingAll) {
                try {
                    alive();
                } catch (IOException e) {
                    throw disconnected(e);
                }
            }
        }

        @Override
        public boolean isStopRequested() {
            return stopRequested;
        }
    }
}
