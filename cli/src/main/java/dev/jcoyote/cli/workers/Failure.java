package dev.jcoyote.cli.workers;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The error that ends a worker.
 *
 * @param wrongUse whether the command was used wrongly, or this machine does not allow it
 * @param message what is wrong
 */
record Failure(boolean wrongUse, String message) {
    private static final int LONGEST = 10_000;

    /** Cuts a message that is longer than anybody reads. */
    Failure {
        message = message.substring(0, Math.min(LONGEST, message.length()));
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeBoolean(wrongUse);
        out.writeUTF(message);
    }

    static Failure readFrom(DataInput in) throws IOException {
        return new Failure(in.readBoolean(), in.readUTF());
    }
}
