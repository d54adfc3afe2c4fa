package dev.jcoyote.cli.workers;

import dev.jcoyote.scheduler.ToolThread;
import java.io.IOException;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A worker's process, as the coordinator sees it: what it says comes as events. */
final class WorkerProcess {
    /** Something happened to a worker: it said something, or, without a message, it has ended. */
    record Event(WorkerProcess worker, @Nullable Message message) {}

    private static final long LAST_WORDS_MILLIS = 2_000;
    private static final int SIGNALS = 128;

    private final int number;
    private final Path folder;
    private final Health health;
    private final Process process;
    private final ErrorOutput errors;

    private volatile @Nullable Connection connection;
    private volatile boolean quitting;
    private @Nullable Assignment work;
    private @Nullable Failure failure;
    private @Nullable String complaint;
    private boolean ready;
    private boolean fresh = true;

    private WorkerProcess(int number, Path folder, Health health, Process process, ErrorOutput errors) {
        this.number = number;
        this.folder = folder;
        this.health = health;
        this.process = process;
        this.errors = errors;
    }

    /**
     * Starts the process.
     *
     * @param errors where its standard error is shown
     */
    static WorkerProcess start(
            int number, Launcher launcher, Path folder, Health health, PrintStream errors, Queue<Event> events)
            throws IOException {
        Path socket = Files.createTempDirectory("jcoyote-worker-").resolve("s");
        ServerSocketChannel server = open(socket);
        try {
            Process process = launcher.command(number, socket, folder)
                    .redirectInput(ProcessBuilder.Redirect.PIPE)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.PIPE)
                    .start();
            process.getOutputStream().close();
            ErrorOutput output = new ErrorOutput(process.getErrorStream(), errors);
            WorkerProcess worker = new WorkerProcess(number, folder, health, process, output);
            // A process that ends before it has connected is not waited for.
            var unused = process.onExit().thenRun(() -> close(server));
            new ToolThread(() -> worker.listen(server, socket, events), "jcoyote-worker-" + number).start();
            return worker;
        } catch (IOException e) {
            close(server);
            delete(socket);
            throw e;
        }
    }

    private static ServerSocketChannel open(Path socket) throws IOException {
        try {
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(socket));
            return server;
        } catch (IOException | UnsupportedOperationException e) {
            delete(socket);
            throw new WorkerException(
                    "Cannot open the socket " + socket + " for a worker: " + e.getMessage()
                            + ".\nName a folder with a short path on a local disk with"
                            + " JCOYOTE_JAVA_OPTS=-Djava.io.tmpdir=DIR, or leave out --workers.",
                    true);
        }
    }

    private void listen(ServerSocketChannel server, Path socket, Queue<Event> events) {
        try (server) {
            Connection accepted = new Connection(server.accept());
            connection = accepted;
            delete(socket);
            while (true) {
                events.add(new Event(this, accepted.receive()));
            }
        } catch (IOException e) {
            // The process has ended, or is about to; how, its exit code tells.
            delete(socket);
            awaitEnd(LAST_WORDS_MILLIS);
            events.add(new Event(this, null));
        }
    }

    /** Waits for the process to end, and ends it if it does not. */
    void awaitEnd(long millis) {
        try {
            if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Sends a message; that the process has ended is heard elsewhere. */
    void send(Message.Kind kind, Message.Writer content) {
        Connection to = connection;
        if (to == null) {
            return;
        }
        try {
            to.send(kind, content);
        } catch (IOException e) {
            process.destroyForcibly();
        }
    }

    void send(Message.Kind kind) {
        send(kind, out -> {});
    }

    void run(Assignment assignment) {
        work = assignment;
        fresh = false;
        send(Message.Kind.RUN, out -> {
            out.writeInt(assignment.range().first());
            out.writeInt(assignment.range().last());
            out.writeUTF(assignment.range().learned());
            out.writeBoolean(assignment.isRetry());
        });
    }

    /** Asks it to end; one that is not prepared yet would not hear it. */
    void quit() {
        quitting = true;
        if (ready) {
            send(Message.Kind.QUIT);
        } else {
            process.destroyForcibly();
        }
    }

    /** Ends the process because something is wrong with it. */
    void end(String why) {
        complaint = why;
        process.destroyForcibly();
    }

    /** How it came to its end, after "Worker 1"; the process has ended. */
    String end() {
        StringBuilder text = new StringBuilder();
        if (failure != null) {
            text.append("failed: ").append(failure.message().replaceAll("\\s*\n\\s*", " "));
        } else if (complaint != null) {
            text.append(complaint).append(" and was ended");
        } else {
            int code = process.exitValue();
            text.append("died with exit code ").append(code);
            if (code > SIGNALS) {
                text.append(" (signal ").append(code - SIGNALS).append(')');
            }
        }
        return text.toString();
    }

    /** The end of its standard error, as a sentence with a blank before it; empty if there is none. */
    String lastWords() throws InterruptedException {
        String last = errors.end();
        return last.isEmpty() ? "" : " Its last words: " + last;
    }

    /** Shows what it has written to its standard error, even if it never became ready. */
    void showErrors() {
        errors.show();
    }

    /** It is ready for its first range. */
    void becomeReady() {
        ready = true;
        errors.show();
    }

    boolean isReady() {
        return ready;
    }

    boolean isQuitting() {
        return quitting;
    }

    /** Whether it has not run anything yet. */
    boolean isFresh() {
        return fresh;
    }

    int number() {
        return number;
    }

    Path folder() {
        return folder;
    }

    Health health() {
        return health;
    }

    /** What it runs; null if nothing. */
    @Nullable
    Assignment work() {
        return work;
    }

    void finishWork() {
        work = null;
    }

    void fail(Failure error) {
        failure = error;
    }

    @Nullable
    Failure failure() {
        return failure;
    }

    private static void close(ServerSocketChannel server) {
        try {
            server.close();
        } catch (IOException e) {
            // It ends with this process.
            return;
        }
    }

    private static void delete(Path socket) {
        try {
            Files.deleteIfExists(socket);
            Path parent = socket.getParent();
            if (parent != null) {
                Files.deleteIfExists(parent);
            }
        } catch (IOException e) {
            // It is in the folder for temporary files.
            return;
        }
    }
}
