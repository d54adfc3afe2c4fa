package dev.jcoyote.agent;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Has the JDK's pools and generators take a controlled thread for its own carrier, as every platform thread is: what they
 * keep with a carrier, fibers would share.
 */
final class CarrierHooks extends MethodVisitor {
    private final MethodContext context;

    CarrierHooks(MethodVisitor next, MethodContext context) {
        super(Opcodes.ASM9, next);
        this.context = context;
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        if (name.equals("currentCarrierThread") && descriptor.equals("()Ljava/lang/Thread;")) {
            context.emit(mv, Hook.CARRIER);
        }
    }
}
