package dev.jcoyote.cli.workers;

import dev.jcoyote.scheduler.ToolThread;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;

/** The standard error of a worker: shown as it comes, once the worker has begun, with its end kept. */
final class ErrorOutput {
    private static final int KEPT = 4_096;
    private static final int LINES = 3;
    private static final long LAST_WORDS_MILLIS = 1_000;

    private final PrintStream screen;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private final Deque<Byte> end = new ArrayDeque<>();
    private final Thread reader;
    private boolean shown;

    ErrorOutput(InputStream stream, PrintStream screen) {
        this.screen = screen;
        reader = new ToolThread(() -> read(stream), "jcoyote-worker-errors");
        reader.start();
    }

    private void read(InputStream stream) {
        byte[] buffer = new byte[8_192];
        try {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                take(buffer, count);
            }
        } catch (IOException e) {
            // The process was ended: there is no more to read.
            return;
        }
    }

    private synchronized void take(byte[] bytes, int count) {
        for (int i = Math.max(0, count - KEPT); i < count; i++) {
            if (end.size() == KEPT) {
                end.removeFirst();
            }
            end.addLast(bytes[i]);
        }
        if (shown) {
            screen.write(bytes, 0, count);
            screen.flush();
        } else {
            held.write(bytes, 0, count);
        }
    }

    /** Shows what has come, and from now on all that comes. */
    synchronized void show() {
        if (!shown) {
            shown = true;
            screen.writeBytes(held.toByteArray());
            screen.flush();
            held.reset();
        }
    }

    /** The last lines of a process that has ended, in one line; empty if there are none. */
    String end() throws InterruptedException {
        reader.join(LAST_WORDS_MILLIS);
        String text;
        synchronized (this) {
            byte[] bytes = new byte[end.size()];
            int i = 0;
            for (byte each : end) {
                bytes[i++] = each;
            }
            text = new String(bytes, Charset.defaultCharset());
        }
        Deque<String> lines = new ArrayDeque<>();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            if (lines.size() == LINES) {
                lines.removeFirst();
            }
            lines.addLast(line);
        });
        return String.join(" / ", lines);
    }
}
