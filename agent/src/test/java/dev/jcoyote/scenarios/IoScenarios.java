package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

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
}
