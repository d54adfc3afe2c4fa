package dev.jcoyote.agent;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** The nanosecond clock of {@code java.time.Clock}: a hook after the native call gets its argument and its result. */
final class ClockHooks extends MethodVisitor {
    private final MethodContext context;

    ClockHooks(MethodVisitor next, MethodContext context) {
        super(Opcodes.ASM9, next);
        this.context = context;
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        boolean adjusts = name.equals("getNanoTimeAdjustment")
                && descriptor.equals("(J)J")
                && owner.equals("jdk/internal/misc/VM");
        if (adjusts) {
            mv.visitInsn(Opcodes.DUP2);
        }
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        if (adjusts) {
            context.emit(mv, Hook.NANO_TIME_ADJUSTMENT);
        }
    }
}
