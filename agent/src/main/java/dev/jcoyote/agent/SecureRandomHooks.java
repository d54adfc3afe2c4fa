package dev.jcoyote.agent;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * The hooks at the start of {@code SecureRandom.nextBytes} and {@code generateSeed}, where all of its other methods end.
 */
final class SecureRandomHooks extends MethodVisitor {
    private final MethodContext context;

    SecureRandomHooks(MethodVisitor next, MethodContext context) {
        super(Opcodes.ASM9, next);
        this.context = context;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        if (!context.type.name().equals("java/security/SecureRandom")) {
            return;
        }
        switch (context.name + context.descriptor) {
            case "nextBytes([B)V", "nextBytes([BLjava/security/SecureRandomParameters;)V" -> {
                mv.visitVarInsn(Opcodes.ALOAD, 1);
                if (context.descriptor.equals("([B)V")) {
                    context.emit(mv, Hook.NEXT_BYTES);
                } else {
                    mv.visitVarInsn(Opcodes.ALOAD, 2);
                    context.emit(mv, Hook.NEXT_BYTES_WITH);
                }
                EarlyReturn.returnIfTrue(mv, context);
            }
            case "generateSeed(I)[B" -> {
                mv.visitVarInsn(Opcodes.ILOAD, 1);
                context.emit(mv, Hook.GENERATED_SEED);
                EarlyReturn.returnUnlessNull(mv, context, "[B");
            }
            default -> {}
        }
    }
}
