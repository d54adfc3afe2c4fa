package dev.jcoyote.agent.cache;

import java.util.Arrays;

/**
 * Bytes that grow: what {@link Cursor} reads. It is filled while a class is being transformed, when a class of the JDK
 * that is loaded for it would never get its hooks: so it needs none but those that every JVM has.
 */
final class Output {
    private static final int MAX_SHORT = 0xFFFF;

    private byte[] data = new byte[1024];
    private int size;

    /** Whether something had more than its place can hold: the bytes are of no use then. */
    private boolean overflow;

    private void reserve(int length) {
        if (data.length - size < length) {
            data = Arrays.copyOf(data, Math.max(data.length * 2, size + length));
        }
    }

    Output writeByte(int value) {
        reserve(1);
        data[size++] = (byte) value;
        return this;
    }

    /** Writes a number or a length of at most 65535. */
    Output writeShort(int value) {
        overflow |= value > MAX_SHORT;
        return writeByte(value >> 8).writeByte(value);
    }

    Output writeInt(int value) {
        return writeByte(value >> 24)
                .writeByte(value >> 16)
                .writeByte(value >> 8)
                .writeByte(value);
    }

    Output writeLong(long value) {
        return writeInt((int) (value >> 32)).writeInt((int) value);
    }

    Output write(byte[] bytes, int offset, int length) {
        reserve(length);
        System.arraycopy(bytes, offset, data, size, length);
        size += length;
        return this;
    }

    /** Writes a text: a byte for each character if all are of ASCII, else two. */
    Output writeText(String text) {
        int length = text.length();
        overflow |= length >= Cursor.WIDE;
        boolean wide = false;
        for (int i = 0; i < length; i++) {
            wide |= text.charAt(i) >= 0x80;
        }
        writeShort(wide ? Cursor.WIDE | length : length);
        for (int i = 0; i < length; i++) {
            char character = text.charAt(i);
            if (wide) {
                writeShort(character);
            } else {
                writeByte(character);
            }
        }
        return this;
    }

    /** Writes a number over the bytes at an offset. */
    void setInt(int offset, int value) {
        for (int i = 0; i < Integer.BYTES; i++) {
            data[offset + i] = (byte) (value >> (24 - 8 * i));
        }
    }

    int size() {
        return size;
    }

    boolean hasOverflow() {
        return overflow;
    }

    byte[] toBytes() {
        return Arrays.copyOf(data, size);
    }
}
