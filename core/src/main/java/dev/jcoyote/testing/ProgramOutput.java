package dev.jcoyote.testing;

import dev.jcoyote.bridge.Control;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What executions print: kept while they run, and shown only of the one that fails.
 *
 * <p>The streams of {@link System} are replaced, once and for good, by streams that pass on what they get except from
 * threads of an execution whose output is kept. Loggers that take the streams later keep them as long as they like.
 */
public final class ProgramOutput {
    /** How much of an execution is kept, in bytes. */
    static final int MOST = 1 << 20;

    private static @Nullable PrintStream out;
    private static @Nullable PrintStream err;
    /** Whose executions run; null while all output is passed on. */
    private static volatile @Nullable ProgramOutput kept;

    private boolean isPaused;
    private final List<Piece> pieces = new ArrayList<>();
    private int size;
    private long leftOut;

    /** Begins to keep what executions print, or forgets it: another execution begins. */
    public void begin() {
        intercept(this);
        clear();
    }

    /** Drops what is printed from now on, and keeps what is there: the execution is run once more. */
    public synchronized void pause() {
        isPaused = true;
    }

    /** Passes on again what is printed. */
    public void end() {
        release(this);
    }

    private static synchronized void intercept(ProgramOutput output) {
        if (System.out != out) {
            out = intercepted(System.out, "stdout");
            System.setOut(out);
        }
        if (System.err != err) {
            err = intercepted(System.err, "stderr");
            System.setErr(err);
        }
        kept = output;
    }

    private static synchronized void release(ProgramOutput output) {
        // The next exploration may have begun.
        if (kept == output) {
            kept = null;
        }
    }

    private static PrintStream intercepted(PrintStream original, String name) {
        return new PrintStream(new Junction(original), true, charset(name));
    }

    /** How the JVM encodes that stream, {@code stdout} or {@code stderr}. */
    public static Charset charset(String name) {
        String encoding = System.getProperty(name + ".encoding", System.getProperty("sun." + name + ".encoding"));
        return encoding == null ? Charset.defaultCharset() : Charset.forName(encoding);
    }

    private synchronized void clear() {
        isPaused = false;
        pieces.clear();
        size = 0;
        leftOut = 0;
    }

    /** Prints what is kept to where it would have gone. */
    synchronized void show() {
        for (Piece piece : pieces) {
            byte[] bytes = piece.bytes().toByteArray();
            piece.stream().write(bytes, 0, bytes.length);
            piece.stream().flush();
        }
        if (leftOut > 0) {
            System.err.println("[jcoyote] Left out: " + leftOut + " more bytes that the execution printed.");
        }
    }

    private synchronized void add(PrintStream stream, byte[] bytes, int offset, int length) {
        if (isPaused) {
            return;
        }
        int room = Math.min(length, MOST - size);
        leftOut += length - room;
        if (room <= 0) {
            return;
        }
        size += room;
        Piece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
        if (last == null || last.stream() != stream) {
            last = new Piece(stream, new ByteArrayOutputStream());
            pieces.add(last);
        }
        last.bytes().write(bytes, offset, room);
    }

    private record Piece(PrintStream stream, ByteArrayOutputStream bytes) {}

    /** Passes on what it gets, or has it kept. */
    private static final class Junction extends OutputStream {
        private final PrintStream original;

        Junction(PrintStream original) {
            this.original = original;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            ProgramOutput output = kept;
            if (output != null && Thread.currentThread() == Control.running) {
                output.add(original, bytes, offset, length);
            } else {
                original.write(bytes, offset, length);
            }
        }

        @Override
        public void flush() {
            original.flush();
        }
    }
}
