package dev.jcoyote.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jcoyote.BugKind;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;

/** The program's own streams, writers and handlers under those of the JDK, which call them inside a monitor or a lock. */
final class JdkStreamScenarios {
    private final CountDownLatch opened = new CountDownLatch(1);
    private final AtomicInteger written = new AtomicInteger();
    private int inside;

    /** A destination that waits for another thread at every byte, and lets no second one in. */
    private final class Slow extends OutputStream {
        @Override
        public void write(int b) {
            awaitOpened();
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            awaitOpened();
            written.addAndGet(length);
        }
    }

    private void awaitOpened() {
        inside++;
        assertEquals(1, inside, "one at a time");
        try {
            opened.await();
            Thread.yield();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        inside--;
    }

    @Passes
    void aStreamThatWaitsUnderAPrintStreamKeepsOthersOut() throws InterruptedException {
        PrintStream out = new PrintStream(new Slow(), true, StandardCharsets.UTF_8);
        Concurrently.run(() -> out.print("ab"), () -> out.print("cd"), opened::countDown);
        assertEquals(4, written.get());
    }

    @Passes
    void aStreamThatWaitsUnderABufferedOneKeepsOthersOut() throws InterruptedException {
        OutputStream out = new BufferedOutputStream(new Slow(), 2);
        Concurrently.Action write = () -> out.write(new byte[] {1, 2, 3});
        Concurrently.run(write, write, opened::countDown);
        assertEquals(6, written.get());
    }

    @Passes
    void aStreamThatWaitsUnderAWriterKeepsOthersOut() throws InterruptedException {
        Writer out = new BufferedWriter(new OutputStreamWriter(new Slow(), StandardCharsets.UTF_8), 2);
        Concurrently.Action write = () -> {
            out.write("abc");
            out.flush();
        };
        Concurrently.run(write, write, opened::countDown);
        assertEquals(6, written.get());
    }

    @Passes
    void standardOutputThatTheProgramReplacesMayWait() throws InterruptedException {
        PrintStream before = System.out;
        System.setOut(new PrintStream(new Slow(), true, StandardCharsets.UTF_8));
        try {
            Concurrently.run(() -> System.out.print("ab"), () -> System.out.print("cd"), opened::countDown);
        } finally {
            System.setOut(before);
        }
        assertEquals(4, written.get());
    }

    @Fails(value = BugKind.DEADLOCK, saying = "waits for FilterOutputStream#")
    void aStreamThatTakesAMonitorOfTheProgramInTheOppositeOrder() throws InterruptedException {
        OutputStream lock = new FilterOutputStream(new Slow());
        opened.countDown();
        PrintStream out = new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        synchronized (lock) {
                            written.incrementAndGet();
                        }
                    }
                },
                true,
                StandardCharsets.UTF_8);
        Concurrently.run(() -> out.print("ab"), () -> {
            synchronized (lock) {
                out.print("cd");
            }
        });
    }

    @Passes
    void aHandlerMayWait() throws InterruptedException {
        Logger logger = Logger.getAnonymousLogger();
        logger.setUseParentHandlers(false);
        logger.addHandler(new Handler() {
            @Override
            public synchronized void publish(LogRecord logged) {
                awaitOpened();
                written.incrementAndGet();
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
        Concurrently.run(() -> logger.info("a"), () -> logger.info("b"), opened::countDown);
        assertEquals(2, written.get());
    }

    @Passes
    void aStreamThatWaitsUnderAHandlerKeepsOthersOut() throws InterruptedException {
        Logger logger = Logger.getAnonymousLogger();
        logger.setUseParentHandlers(false);
        StreamHandler handler = new StreamHandler(new Slow(), new SimpleFormatter());
        logger.addHandler(handler);
        Concurrently.Action log = () -> {
            logger.info("a");
            handler.flush();
        };
        Concurrently.run(log, log, opened::countDown);
    }

    @Passes
    void aPrintedLineOfTwoThreadsEndsUpWhole() throws InterruptedException {
        StringBuffer text = new StringBuffer();
        PrintStream out = new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        Thread.yield();
                        text.append((char) b);
                    }
                },
                true,
                StandardCharsets.UTF_8);
        Concurrently.run(() -> out.append("ab"), () -> out.append("ab"));
        assertEquals("abab", text.toString());
    }
}
