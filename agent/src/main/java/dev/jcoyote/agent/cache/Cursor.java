package dev.jcoyote.agent.cache;

import java.nio.charset.StandardCharsets;

/** Reads numbers and texts, one after the other, from what {@link Output} has written. */
final class Cursor {
    /** Set in a text's length if its characters take two bytes. */
    static final int WIDE = 0x8000;

    private final byte[] data;
    private int position;

    Cursor(byte[] data, int position) {
        this.data = data;
        this.position = position;
    }

    int position() {
        return position;
    }

    int readByte() {
        return data[position++] & 0xFF;
    }

    int readShort() {
        return readByte() << 8 | readByte();
    }

    int readInt() {
        return readShort() << 16 | readShort();
    }

    long readLong() {
        return (long) readInt() << 32 | (readInt() & 0xFFFF_FFFFL);
    }

    String readText() {
        int length = readShort();
        if ((length & WIDE) == 0) {
            position += length;
            return new String(data, position - length, length, StandardCharsets.ISO_8859_1);
        }
        char[] characters = new char[length & ~WIDE];
        for (int i = 0; i < characters.length; i++) {
            characters[i] = (char) readShort();
        }
        return new String(characters);
    }
}
