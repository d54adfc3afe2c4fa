package dev.jcoyote.cli.workers;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The error that ends a worker.
 *
 * @param wrongUse whether the command was used wrongly, or this machine does not allow it
 * @param message what is wrong
 * @param trace the stack trace
 */
record Failure(boolean wrongUse, String message, String trace) {
    void writeTo(DataOutput out) throws IOException {
        out.writeBoolean(wrongUse);
        write(out, message);
        write(out, trace);
    }

    static Failure readFrom(DataInput in) throws IOException {
        return new Failure(in.readBoolean(), read(in), read(in));
    }

    private static void write(DataOutput out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String read(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
