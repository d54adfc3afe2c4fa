package dev.jcoyote.agent;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * A copy of one operand on top of the stack. What lay above it waits in local variables until {@link #restore}; no
 * branch comes in between, so no stack map frame ever mentions them.
 */
final class Operands {
    private static final Type[] NOTHING = new Type[0];

    private final MethodVisitor code;
    private final Type[] stored;
    private final int firstLocal;

    private Operands(MethodVisitor code, Type[] stored, int firstLocal) {
        this.code = code;
        this.stored = stored;
        this.firstLocal = firstLocal;
    }

    /**
     * Copies an operand, which is a reference, to the top of the stack.
     *
     * @param operands what lies on the stack, the topmost last
     * @param index the one to copy
     * @param firstLocal the first local variable that is free
     */
    static Operands copy(MethodVisitor code, Type[] operands, int index, int firstLocal) {
        int above = operands.length - index - 1;
        if (above == 0) {
            code.visitInsn(Opcodes.DUP);
            return new Operands(code, NOTHING, firstLocal);
        }
        if (above == 1 && operands[index + 1].getSize() == 1) {
            code.visitInsn(Opcodes.DUP2);
            code.visitInsn(Opcodes.POP);
            return new Operands(code, NOTHING, firstLocal);
        }
        Operands copy = store(code, operands, index + 1, firstLocal);
        code.visitInsn(Opcodes.DUP);
        return copy;
    }

    /** Moves the operands from the given index on into local variables. */
    static Operands store(MethodVisitor code, Type[] operands, int from, int firstLocal) {
        Type[] stored = new Type[operands.length - from];
        System.arraycopy(operands, from, stored, 0, stored.length);
        int end = firstLocal;
        for (Type type : stored) {
            end += type.getSize();
        }
        for (int i = stored.length - 1; i >= 0; i--) {
            end -= stored[i].getSize();
            code.visitVarInsn(stored[i].getOpcode(Opcodes.ISTORE), end);
        }
        return new Operands(code, stored, firstLocal);
    }

    /** Brings the stack back to what it was, once the copy is consumed. */
    void restore() {
        int local = firstLocal;
        for (Type type : stored) {
            code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
            local += type.getSize();
        }
    }
}
