package dev.jcoyote.junit.discovery;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads class files one after the other, into one buffer. */
final class ClassFileSource {
    /** What the JVM reads without an allocation of its own. */
    private static final int CHUNK = 8192;

    private final ClassFileReader reader = new ClassFileReader();
    private byte[] buffer = new byte[8 * CHUNK];

    /** The declaration in a file; null if it cannot be read, as a class that is compiled just now, or is no class file. */
    @Nullable
    ClassDeclaration read(File file) {
        try (InputStream stream = new FileInputStream(file)) {
            return read(stream, true);
        } catch (IOException e) {
            return null;
        }
    }

    /** The declaration in a stream; null if it is no class file. */
    @Nullable
    ClassDeclaration read(InputStream stream) throws IOException {
        return read(stream, false);
    }

    /**
     * Reads a stream to its end.
     *
     * @param endsShort whether it ends where it gives less than it was asked for, as a file does
     */
    private @Nullable ClassDeclaration read(InputStream stream, boolean endsShort) throws IOException {
        int size = 0;
        while (true) {
            if (size + CHUNK > buffer.length) {
                buffer = Arrays.copyOf(buffer, buffer.length * 2);
            }
            int count = stream.read(buffer, size, CHUNK);
            size += Math.max(count, 0);
            if (count < 0 || (endsShort && count < CHUNK)) {
                return reader.read(buffer, size);
            }
        }
    }
}
