package dev.jcoyote.cli.workers;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * Messages between the coordinator and a worker, each with its length before it.
 *
 * <p>They go over a socket of their own: whatever the program prints, standard output is left to it. Reading and writing
 * bypass the JDK's stream adapters, which on JDK 17 keep one thread from writing while another one reads.
 */
final class Connection implements Closeable {
    private static final int LARGEST = 1 << 28;

    private final SocketChannel channel;

    Connection(SocketChannel channel) {
        this.channel = channel;
    }

    /** Connects to the socket that the coordinator has opened. */
    static Connection to(Path socket) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(socket));
        return new Connection(channel);
    }

    void send(Message.Kind kind) throws IOException {
        send(kind, out -> {});
    }

    /** Sends a message; any thread may. */
    synchronized void send(Message.Kind kind, Message.Writer content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0);
        out.writeByte(kind.ordinal());
        content.writeTo(out);
        ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
        buffer.putInt(0, bytes.size() - Integer.BYTES);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /**
     * Waits for the next message.
     *
     * @throws EOFException if the other process has ended
     */
    Message receive() throws IOException {
        int length = read(Integer.BYTES).getInt();
        if (length < 1 || length > LARGEST) {
            throw new IOException("A message of " + length + " bytes");
        }
        ByteBuffer buffer = read(length);
        Message.Kind kind = Message.Kind.values()[buffer.get()];
        byte[] content = new byte[buffer.remaining()];
        buffer.get(content);
        return new Message(kind, content);
    }

    private ByteBuffer read(int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("The other process has ended");
            }
        }
        return buffer.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
