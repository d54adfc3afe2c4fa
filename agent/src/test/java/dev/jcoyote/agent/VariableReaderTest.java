package dev.jcoyote.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcoyote.install.VariableUse;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** Which variables the code of a class keeps objects in and takes them from. */
class VariableReaderTest {
    /** Code that is only read. */
    static final class Sample {
        private static final Object SHARED = new Object();
        private final Lock lock = new ReentrantLock();
        private long total;

        Sample next(long wide, Sample other) {
            Sample made = new Sample();
            made.total += wide * 2;
            List<String> list = List.of("a");
            Object chosen = wide > 3 ? SHARED : new Object();
            synchronized (chosen) {
                other.lock.lock();
            }
            long[] numbers = new long[list.size()];
            numbers[0] = wide;
            Runnable later = () -> other.total = wide;
            later.run();
            return made;
        }
    }

    private static List<String> uses() throws IOException {
        String file = Sample.class.getName().replace('.', '/') + ".class";
        try (InputStream code =
                Objects.requireNonNull(Sample.class.getClassLoader().getResourceAsStream(file))) {
            List<String> lines = new ArrayList<>();
            for (VariableUse use : VariableReader.read(code.readAllBytes())) {
                lines.add(use.what() + " -> " + use.variable());
            }
            return lines;
        }
    }

    @Test
    void whatIsCreatedHasTheVariableThatItIsKeptIn() throws IOException {
        assertThat(uses())
                .contains(
                        "new java.lang.Object -> Sample.SHARED",
                        "new java.util.concurrent.locks.ReentrantLock -> Sample.lock",
                        "new " + Sample.class.getName() + " -> made",
                        "new [J -> numbers",
                        "result -> list")
                .doesNotContain("new java.lang.Object -> chosen");
    }

    @Test
    void whatIsUsedHasTheVariableThatItIsTakenFrom() throws IOException {
        assertThat(uses())
                .contains(
                        "VariableReaderTest.Sample.total -> made",
                        " -> chosen",
                        "Lock.lock -> other.lock",
                        "long[] -> numbers",
                        "List.size -> list",
                        "Runnable.run -> later",
                        "static VariableReaderTest.Sample.SHARED -> " + Sample.class.getName() + ".SHARED");
    }

    @Test
    void whatALambdaCapturesHasItsVariable() throws IOException {
        String descriptor = "(L" + Sample.class.getName() + ";J)Ljava.lang.Runnable;";
        assertThat(uses()).contains("captured 1 " + descriptor + " -> other");
    }
}
