package dev.jcoyote.agent;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Makes room on the operand stack and among the locals for what the visitors before it add: the last of a chain.
 *
 * <p>ASM cannot compute it here. It trusts the stack map frames, and the JVM hands out classes of its shared archive
 * without them; a stack that is too small crashes the JIT compiler, since JDK classes are not verified.
 */
final class StackRoom extends MethodVisitor {
    /** More than any hook call and its copied operands need. */
    private static final int SLOTS = 8;

    private int locals;

    StackRoom(MethodVisitor next) {
        super(Opcodes.ASM9, next);
    }

    @Override
    public void visitVarInsn(int opcode, int local) {
        boolean wide = opcode == Opcodes.LLOAD
                || opcode == Opcodes.DLOAD
                || opcode == Opcodes.LSTORE
                || opcode == Opcodes.DSTORE;
        locals = Math.max(locals, local + (wide ? 2 : 1));
        super.visitVarInsn(opcode, local);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(maxStack + SLOTS, Math.max(locals, maxLocals));
    }
}
