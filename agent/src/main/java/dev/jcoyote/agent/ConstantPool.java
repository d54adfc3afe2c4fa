package dev.jcoyote.agent;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The constants of a class file, as far as they tell what a start has to know: read without a library. */
final class ConstantPool {
    private static final int START = 10;
    private static final int UTF8 = 1;
    private static final int INTEGER = 3;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;

    private final byte[] file;
    private final int[] positions;
    private final int end;

    ConstantPool(byte[] file) {
        this.file = file;
        positions = new int[unsignedShort(START - 2)];
        int position = START;
        for (int i = 1; i < positions.length; i++) {
            positions[i] = position;
            int tag = file[position];
            position += length(tag, position);
            if (tag == LONG || tag == DOUBLE) {
                i++;
            }
        }
        end = position;
    }

    private int length(int tag, int position) {
        return switch (tag) {
            case UTF8 -> 3 + unsignedShort(position + 1);
            case LONG, DOUBLE -> 9;
            // class, string, method type, module, package
            case 7, 8, 16, 19, 20 -> 3;
            // method handle
            case 15 -> 4;
            // integer, float, members, name and type, dynamic
            case INTEGER, 4, 9, 10, 11, 12, 17, 18 -> 5;
            default -> throw new IllegalArgumentException("A class file with a constant of kind " + tag);
        };
    }

    private int unsignedShort(int position) {
        return (file[position] & 0xFF) << 8 | (file[position + 1] & 0xFF);
    }

    private int integer(int position) {
        return unsignedShort(position) << 16 | unsignedShort(position + 2);
    }

    /** The internal name of the superclass; null for Object and for modules. */
    @Nullable
    String superclass() {
        int superclass = unsignedShort(end + 4);
        if (superclass == 0) {
            return null;
        }
        int text = positions[unsignedShort(positions[superclass] + 1)];
        return new String(file, text + 3, unsignedShort(text + 1), StandardCharsets.UTF_8);
    }

    /** Finds where the 4 bytes of the integers from a first one on are; 0 for one that is not there. */
    int[] findIntegers(int first, int count) {
        int[] found = new int[count];
        for (int i = 1; i < positions.length; i++) {
            int position = positions[i];
            if (position != 0 && file[position] == INTEGER) {
                int offset = integer(position + 1) - first;
                if (offset >= 0 && offset < count) {
                    found[offset] = position + 1;
                }
            }
        }
        return found;
    }

    /** Whether one of the integers from a first one on is there. */
    boolean hasIntegers(int first, int count) {
        for (int position : findIntegers(first, count)) {
            if (position != 0) {
                return true;
            }
        }
        return false;
    }
}
