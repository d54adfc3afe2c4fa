package dev.jcoyote.agent.cache;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads numbers and texts, one after the other, from what a {@link DataOutputStream} and {@link #writeText} wrote. */
final class Cursor {
    /** Set in a text's length if the text is not plain ASCII. */
    private static final int ENCODED = 0x8000;

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

    String readText() throws IOException {
        int length = readShort();
        int start = position;
        if ((length & ENCODED) == 0) {
            position += length;
            return new String(data, start, length, StandardCharsets.ISO_8859_1);
        }
        length &= ~ENCODED;
        position += length;
        return new DataInputStream(new ByteArrayInputStream(data, start, length)).readUTF();
    }

    /**
     * Writes a text, of whatever characters a class file's names may have.
     *
     * @throws IOException if it is too long
     */
    static void writeText(DataOutputStream out, String text) throws IOException {
        int length = text.length();
        boolean ascii = true;
        int encoded = 2;
        for (int i = 0; i < length; i++) {
            char character = text.charAt(i);
            ascii &= character < 0x80;
            encoded += character < 0x80 && character != 0 ? 1 : character < 0x800 ? 2 : 3;
        }
        if (encoded >= ENCODED) {
            throw new IOException("a text of " + length + " characters");
        }
        if (ascii) {
            out.writeShort(length);
            out.writeBytes(text);
        } else {
            out.writeShort(ENCODED | encoded);
            out.writeUTF(text);
        }
    }
}
