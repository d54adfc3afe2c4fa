package dev.jcoyote.cli.workers;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;

/** What the coordinator and a worker say to each other. */
final class Message {
    /** The coordinator's requests, then the worker's answers, each with its content. */
    enum Kind {
        /** Run this range: first, last, what was learned, whether to tell of each execution. */
        RUN,
        /** End the range before its next execution. */
        STOP,
        /** Tell that you are alive. */
        PING,
        /** End the process. */
        QUIT,
        /** Prepared for the first range: the engine's name, and why it is that one. */
        READY,
        /** What a stretch of the range has shown. */
        PART,
        /** The range is run, or ended. */
        DONE,
        /** The execution, and a number that changes while it gets on. */
        ALIVE,
        /** The worker ends: whether it was used wrongly, and the error. */
        FAILED
    }

    /** Writes a message's content. */
    interface Writer {
        void writeTo(DataOutput out) throws IOException;
    }

    private final Kind kind;
    private final byte[] content;

    Message(Kind kind, byte[] content) {
        this.kind = kind;
        this.content = content;
    }

    Kind kind() {
        return kind;
    }

    /** The content for reading. */
    DataInputStream in() {
        return new DataInputStream(new ByteArrayInputStream(content));
    }
}
