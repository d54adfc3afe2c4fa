package dev.jcoyote.agent;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Makes the JDK build virtual threads of controlled code on platform threads, as on a machine without continuations. */
final class VirtualThreadHooks extends MethodVisitor {
    private final MethodContext context;

    VirtualThreadHooks(MethodVisitor next, MethodContext context) {
        super(Opcodes.ASM9, next);
        this.context = context;
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        if (name.equals("isSupported") && owner.equals("jdk/internal/vm/ContinuationSupport")) {
            context.emit(mv, Hook.CONTINUATIONS_SUPPORTED);
        }
    }
}
