package dev.jcoyote.agent;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** The hook at the start of {@code SecureRandom.nextBytes(byte[])}, where all of its other methods end. */
final class SecureRandomHooks extends MethodVisitor {
    private final MethodContext context;

    SecureRandomHooks(MethodVisitor next, MethodContext context) {
        super(Opcodes.ASM9, next);
        this.context = context;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        if (context.type.name().equals("java/security/SecureRandom")
                && context.name.equals("nextBytes")
                && context.descriptor.equals("([B)V")) {
            mv.visitVarInsn(Opcodes.ALOAD, 1);
            context.emit(mv, Hook.NEXT_BYTES);
            EarlyReturn.returnIfTrue(mv, context);
        }
    }
}
