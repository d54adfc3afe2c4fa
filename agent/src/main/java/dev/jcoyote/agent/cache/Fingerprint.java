package dev.jcoyote.agent.cache;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * A number that stands for the contents of a file: two check sums of different polynomials, and the length.
 *
 * <p>It tells apart whatever differs by accident. It does not withstand somebody who looks for a second file of the same
 * number: who can choose the files of the program can have it do anything anyway.
 */
public final class Fingerprint {
    private Fingerprint() {}

    /** The fingerprint of a file's bytes. */
    public static long of(byte[] file) {
        return of(file, 0);
    }

    /** The fingerprint of the bytes from an offset on. */
    static long of(byte[] file, int offset) {
        CRC32 first = new CRC32();
        CRC32C second = new CRC32C();
        int length = file.length - offset;
        first.update(file, offset, length);
        second.update(file, offset, length);
        return (first.getValue() << 32 | second.getValue()) ^ (long) length << 16;
    }

    /** The fingerprint of a text. */
    static long of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }
}
