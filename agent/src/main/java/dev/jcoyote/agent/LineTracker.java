package dev.jcoyote.agent;

import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Keeps the current source line in the method's context: the first visitor of a chain. */
final class LineTracker extends MethodVisitor {
    private final MethodContext context;

    LineTracker(MethodVisitor next, MethodContext context) {
        super(Opcodes.ASM9, next);
        this.context = context;
    }

    @Override
    public void visitLineNumber(int line, Label start) {
        context.line(line);
        super.visitLineNumber(line, start);
    }
}
