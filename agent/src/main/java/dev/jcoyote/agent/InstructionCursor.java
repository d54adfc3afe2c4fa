package dev.jcoyote.agent;

import java.util.BitSet;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.Opcodes;

/** Goes through the instructions of a method as they lie in the class file; far cheaper than a visitor's pass. */
final class InstructionCursor {
    private static final int LDC_W = 19;
    private static final int LDC2_W = 20;
    private static final int WIDE = 196;
    private static final int GOTO_W = 200;
    private static final int JSR_W = 201;
    private static final int ALOAD_0 = 42;
    private static final int ALOAD_3 = 45;
    private static final int ASTORE_0 = 75;
    private static final int ASTORE_3 = 78;
    private static final int HEADER = 8;

    private final ClassReader reader;
    private final int start;
    private final int length;
    private int position;
    private int size;

    /** Starts before the first instruction of the Code attribute whose contents begin at the given offset. */
    InstructionCursor(ClassReader reader, int code) {
        this.reader = reader;
        start = code + HEADER;
        length = reader.readInt(code + HEADER - 4);
    }

    /** Whether any byte of the code has one of these two values: if not, none of its instructions has. */
    boolean mentions(int opcode, int other) {
        for (int i = 0; i < length; i++) {
            int value = reader.readByte(start + i);
            if (value == opcode || value == other) {
                return true;
            }
        }
        return false;
    }

    /** Goes to the next instruction; returns whether there is one. */
    boolean next() {
        position += size;
        if (position >= length) {
            return false;
        }
        size = sizeOf(byteAt(position));
        return true;
    }

    /** Where the instruction is in the code. */
    int position() {
        return position;
    }

    /** Where the exception table that follows the code begins in the class file. */
    int exceptionTable() {
        return start + length;
    }

    /** The opcode; the short and wide forms of ALOAD and ASTORE have that of the usual form. */
    int opcode() {
        int opcode = byteAt(position);
        if (opcode == WIDE) {
            return byteAt(position + 1);
        }
        if (opcode >= ALOAD_0 && opcode <= ALOAD_3) {
            return Opcodes.ALOAD;
        }
        return opcode >= ASTORE_0 && opcode <= ASTORE_3 ? Opcodes.ASTORE : opcode;
    }

    /** The local variable of an ALOAD or ASTORE. */
    int local() {
        int opcode = byteAt(position);
        if (opcode == WIDE) {
            return reader.readUnsignedShort(start + position + 2);
        }
        if (opcode == Opcodes.ALOAD || opcode == Opcodes.ASTORE) {
            return byteAt(position + 1);
        }
        return opcode <= ALOAD_3 ? opcode - ALOAD_0 : opcode - ASTORE_0;
    }

    /** Whether the instruction calls or ends a subroutine, as old compilers made them. */
    boolean isOfSubroutine() {
        int opcode = opcode();
        return opcode == Opcodes.JSR || opcode == JSR_W || opcode == Opcodes.RET;
    }

    /** Adds where the instruction may jump to. */
    void addTargets(BitSet targets) {
        int opcode = byteAt(position);
        if (opcode == GOTO_W || opcode == JSR_W) {
            targets.set(position + intAt(position + 1));
        } else if ((opcode >= Opcodes.IFEQ && opcode <= Opcodes.JSR)
                || opcode == Opcodes.IFNULL
                || opcode == Opcodes.IFNONNULL) {
            targets.set(position + reader.readShort(start + position + 1));
        } else if (opcode == Opcodes.TABLESWITCH || opcode == Opcodes.LOOKUPSWITCH) {
            int table = table();
            targets.set(position + intAt(table));
            // After the default: lowest, highest, offsets; or count, pairs of key and offset.
            boolean dense = opcode == Opcodes.TABLESWITCH;
            int count = dense ? intAt(table + 8) - intAt(table + 4) + 1 : intAt(table + 4);
            for (int i = 0; i < count; i++) {
                targets.set(position + intAt(table + 12 + i * (dense ? 4 : 8)));
            }
        }
    }

    /** Where a switch's operands begin: they are aligned. */
    private int table() {
        return (position + 4) & ~3;
    }

    private int byteAt(int at) {
        return reader.readByte(start + at);
    }

    private int intAt(int at) {
        return reader.readInt(start + at);
    }

    private int sizeOf(int opcode) {
        return switch (opcode) {
            case Opcodes.BIPUSH, Opcodes.LDC, Opcodes.NEWARRAY, Opcodes.RET -> 2;
            case Opcodes.IINC, Opcodes.SIPUSH, LDC_W, LDC2_W, Opcodes.NEW, Opcodes.ANEWARRAY -> 3;
            case Opcodes.CHECKCAST, Opcodes.INSTANCEOF, Opcodes.IFNULL, Opcodes.IFNONNULL -> 3;
            case Opcodes.MULTIANEWARRAY -> 4;
            case Opcodes.INVOKEINTERFACE, Opcodes.INVOKEDYNAMIC, GOTO_W, JSR_W -> 5;
            case Opcodes.TABLESWITCH -> table() + 12 + 4 * (intAt(table() + 8) - intAt(table() + 4) + 1) - position;
            case Opcodes.LOOKUPSWITCH -> table() + 8 + 8 * intAt(table() + 4) - position;
            case WIDE -> byteAt(position + 1) == Opcodes.IINC ? 6 : 4;
            default -> sizeOfRegular(opcode);
        };
    }

    private static int sizeOfRegular(int opcode) {
        boolean local = (opcode >= Opcodes.ILOAD && opcode <= Opcodes.ALOAD)
                || (opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE);
        boolean jump = opcode >= Opcodes.IFEQ && opcode <= Opcodes.JSR;
        boolean member = opcode >= Opcodes.GETSTATIC && opcode <= Opcodes.INVOKESTATIC;
        return local ? 2 : jump || member ? 3 : 1;
    }
}
