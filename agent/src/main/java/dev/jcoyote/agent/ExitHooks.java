package dev.jcoyote.agent;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** The hooks at the start of {@code Runtime.exit} and {@code halt}: under control they end the execution, not the JVM. */
final class ExitHooks extends MethodVisitor {
    private final MethodContext context;

    ExitHooks(MethodVisitor next, MethodContext context) {
        super(Opcodes.ASM9, next);
        this.context = context;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        if ((context.name.equals("exit") || context.name.equals("halt")) && context.descriptor.equals("(I)V")) {
            mv.visitVarInsn(Opcodes.ILOAD, 1);
            context.emit(mv, Hook.EXIT);
        }
    }
}
