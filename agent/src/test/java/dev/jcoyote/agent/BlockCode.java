package dev.jcoyote.agent;

import java.util.Arrays;
import java.util.concurrent.Callable;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Writes the code of a block that locks its argument, the local variable 1, and calls it. */
final class BlockCode {
    private final MethodVisitor code;
    private final Label start = new Label();
    private final Label end = new Label();
    private final Label handler = new Label();
    private final Label endOfHandler = new Label();

    BlockCode(MethodVisitor code) {
        this.code = code;
    }

    BlockCode load(int local) {
        code.visitVarInsn(Opcodes.ALOAD, local);
        return this;
    }

    BlockCode store(int local) {
        code.visitVarInsn(Opcodes.ASTORE, local);
        return this;
    }

    BlockCode insn(int opcode) {
        code.visitInsn(opcode);
        return this;
    }

    BlockCode push(int number) {
        code.visitIntInsn(Opcodes.SIPUSH, number);
        return this;
    }

    BlockCode jump(int opcode, Label label) {
        code.visitJumpInsn(opcode, label);
        return this;
    }

    BlockCode label(Label label) {
        code.visitLabel(label);
        return this;
    }

    /** Jumps to the label on each of the keys, and on any other number. */
    BlockCode lookupSwitch(Label label, int... keys) {
        Label[] labels = new Label[keys.length];
        Arrays.fill(labels, label);
        code.visitLookupSwitchInsn(label, keys, labels);
        return this;
    }

    BlockCode ret(int local) {
        code.visitVarInsn(Opcodes.RET, local);
        return this;
    }

    /** A cast that fails never. */
    BlockCode cast() {
        code.visitTypeInsn(Opcodes.CHECKCAST, Names.OBJECT);
        return this;
    }

    /** Enters the argument's monitor and keeps it, as most compilers do. */
    BlockCode enter() {
        return load(1).insn(Opcodes.DUP).store(2).insn(Opcodes.MONITORENTER);
    }

    /** Leaves the monitor that {@link #enter} has kept. */
    BlockCode exit() {
        return load(2).insn(Opcodes.MONITOREXIT);
    }

    /** The body. */
    BlockCode call() {
        load(1);
        code.visitMethodInsn(
                Opcodes.INVOKEINTERFACE,
                Callable.class.getName().replace('.', '/'),
                "call",
                "()Ljava/lang/Object;",
                true);
        return this;
    }

    BlockCode start() {
        return label(start);
    }

    BlockCode end() {
        return label(end);
    }

    BlockCode handler() {
        return label(handler);
    }

    /** The end of that part of the handler that it covers itself. */
    BlockCode endOfHandler() {
        return label(endOfHandler);
    }

    /** The table of handlers; comes last. */
    void guard(boolean handlerCoversItself) {
        code.visitTryCatchBlock(start, end, handler, null);
        if (handlerCoversItself) {
            code.visitTryCatchBlock(handler, endOfHandler, handler, null);
        }
    }
}
