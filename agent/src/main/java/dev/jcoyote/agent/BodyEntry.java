package dev.jcoyote.agent;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** The hook at the start of {@code run()}, where a thread that has just been started waits for its turn. */
final class BodyEntry extends MethodVisitor {
    private final MethodContext context;

    BodyEntry(MethodVisitor next, MethodContext context) {
        super(Opcodes.ASM9, next);
        this.context = context;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        mv.visitVarInsn(Opcodes.ALOAD, 0);
        context.emit(mv, Hook.BEGUN);
    }
}
