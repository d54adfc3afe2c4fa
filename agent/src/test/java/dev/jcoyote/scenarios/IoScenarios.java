package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.Assertions;

/** What blocks inside the JDK's streams. */
final class IoScenarios {
    @Passes
    void aPipeHandsOverBytes() throws Exception {
        PipedInputStream in = new PipedInputStream(2);
        PipedOutputStream out = new PipedOutputStream(in);
        Concurrently.run(
                () -> {
                    try (out) {
                        out.write(new byte[] {1, 2, 3, 4, 5});
                    }
                },
                () -> {
                    int sum = 0;
                    for (int next = in.read(); next >= 0; next = in.read()) {
                        sum += next;
                    }
                    assertEquals(15, sum);
                });
    }

    @Passes
    void resourcesAreNoCallsOutOfControl() throws Exception {
        for (Class<?> type : List.of(IoScenarios.class, Logger.class, Assertions.class)) {
            URL file = type.getResource(type.getSimpleName() + ".class");
            try (InputStream opened = file.openStream();
                    InputStream connected = file.openConnection().getInputStream()) {
                assertEquals(0xca, opened.read());
                assertEquals(0xca, connected.read());
            }
        }
    }

    @Passes
    void aPipeHandsOverCharacters() throws Exception {
        PipedReader in = new PipedReader(2);
        PipedWriter out = new PipedWriter(in);
        Concurrently.run(
                () -> {
                    try (out) {
                        out.write("abc");
                    }
                },
                () -> {
                    StringBuilder text = new StringBuilder();
                    for (int next = in.read(); next >= 0; next = in.read()) {
                        text.append((char) next);
                    }
                    assertEquals("abc", text.toString());
                });
    }

    @Passes
    void aStreamThatTwoThreadsPrintToKeepsTheirLines() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Concurrently.run(() -> stream.print("ab"), () -> stream.print("ab"));
        assertEquals("abab", bytes.toString(StandardCharsets.UTF_8));
    }

    @Passes
    void aStreamsSubclassMayHavePoints() throws Exception {
        StringBuffer written = new StringBuffer();
        PrintStream stream = new PrintStream(new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int offset, int length) {
                Thread.yield();
                written.append(length);
            }
        });
        Concurrently.Action print = () -> {
            stream.print("a");
            stream.flush();
        };
        Concurrently.run(print, print);
        assertEquals("11", written.toString());
    }

    @Passes
    void aLoggerMayBeUsed() throws Exception {
        Logger logger = Logger.getLogger("scenario");
        logger.setUseParentHandlers(false);
        Concurrently.Action log = () -> logger.log(Level.INFO, "by {0}", "a thread");
        Concurrently.run(log, log);
    }

    /** Gives way while somebody prints it. */
    private static final class Slow {
        private final String text;

        Slow(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            Thread.yield();
            return text;
        }
    }

    @Passes
    void whatAStreamPrintsMayGiveWay() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Concurrently.run(
                () -> stream.println(new Slow("abc")),
                () -> stream.println(List.of(new Slow("abc"))),
                () -> stream.printf("%s%s%n", new Slow("ab"), new Slow("c")));
        assertEquals(Set.of("abc", "[abc]"), Set.copyOf(linesOf(bytes)), "whole lines");
        assertEquals(3, linesOf(bytes).size());
    }

    private static List<String> linesOf(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Passes
    void whatAWriterPrintsMayGiveWay() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintWriter writer =
                new PrintWriter(new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), 2));
        Concurrently.run(
                () -> writer.println(new Slow("abc")),
                () -> writer.printf("%s%s%n", new Slow("ab"), new Slow("c")),
                () -> writer.println(new Slow("abc")));
        writer.close();
        assertEquals(List.of("abc", "abc", "abc"), linesOf(bytes), "whole lines");
    }

    @Passes
    void aBufferedWriterMayBeShared() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), 2);
        Concurrently.Action write = () -> {
            writer.write("abc\n");
            writer.flush();
        };
        Concurrently.run(write, write, write);
        assertEquals(List.of("abc", "abc", "abc"), linesOf(bytes));
    }

    @Passes
    void aMessageMayGiveWayBeforeItIsLogged() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StreamHandler handler = new StreamHandler(bytes, new Formatter() {
            @Override
            public String format(LogRecord logged) {
                Thread.yield();
                return logged.getMessage() + "\n";
            }
        });
        Logger logger = Logger.getAnonymousLogger();
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
        Concurrently.Action log = () -> logger.info(() -> new Slow("abc").toString());
        Concurrently.run(log, log);
        handler.flush();
        assertEquals(List.of("abc", "abc"), linesOf(bytes));
    }
}
