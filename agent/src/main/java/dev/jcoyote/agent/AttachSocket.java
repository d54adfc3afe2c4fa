package dev.jcoyote.agent;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Loads an agent into the JVM that runs this, over the socket that HotSpot opens for tools such as {@code jcmd}.
 *
 * <p>The JDK's own API refuses to attach to the JVM that calls it, so that others start a second one for it, which takes
 * a quarter of a second. The protocol is that of {@code os/posix/attachListener_posix.cpp} in HotSpot: who creates a
 * certain file and sends a signal gets the socket; a request is a version, a command and three arguments.
 */
final class AttachSocket {
    private static final Path FOLDER = Path.of("/tmp");
    private static final Path SHELL = Path.of("/bin/sh");
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final String pid = Long.toString(ProcessHandle.current().pid());
    private final Path socket = FOLDER.resolve(".java_pid" + pid);
    private final long deadline = System.nanoTime() + LIMIT.toNanos();

    /** Whether this is a system whose way to attach is known here. */
    static boolean isSupported() {
        return System.getProperty("os.name", "").equals("Linux")
                && Files.isDirectory(FOLDER)
                && Files.isExecutable(SHELL);
    }

    /**
     * Has the JVM load the agent of a jar, and returns when it has tried to.
     *
     * @throws IOException if it does not open the socket, or does not answer
     */
    void load(Path jar) throws IOException, InterruptedException {
        if (!Files.exists(socket)) {
            open();
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.configureBlocking(false);
            ByteBuffer request = request("load", "instrument", "false", jar.toString());
            while (request.hasRemaining()) {
                if (channel.write(request) == 0) {
                    await();
                }
            }
            awaitAnswer(channel);
        }
    }

    /** Has the JVM open its socket. */
    private void open() throws IOException, InterruptedException {
        Path trigger = Files.createFile(FOLDER.resolve(".attach_pid" + pid));
        try {
            raiseQuit();
            while (!Files.exists(socket)) {
                await();
            }
        } finally {
            Files.deleteIfExists(trigger);
        }
    }

    /** Sends this process the signal that wakes the JVM's listener: Java itself can only send those that it handles. */
    private void raiseQuit() throws IOException {
        new ProcessBuilder(SHELL.toString(), "-c", "kill -QUIT " + pid)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static ByteBuffer request(String... words) {
        return ByteBuffer.wrap(("1\0" + String.join("\0", words) + "\0").getBytes(StandardCharsets.UTF_8));
    }

    /** Reads to the end of the answer: whether the agent was loaded, it knows itself. */
    private void awaitAnswer(SocketChannel channel) throws IOException, InterruptedException {
        ByteBuffer buffer = ByteBuffer.allocate(512);
        for (int read = channel.read(buffer); read >= 0; read = channel.read(buffer.clear())) {
            if (read == 0) {
                await();
            }
        }
    }

    private void await() throws IOException, InterruptedException {
        if (System.nanoTime() - deadline > 0) {
            throw new IOException("The JVM did not answer within " + LIMIT.toSeconds() + " s");
        }
        Thread.sleep(1);
    }
}
