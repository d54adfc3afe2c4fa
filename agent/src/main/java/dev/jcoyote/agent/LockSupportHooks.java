package dev.jcoyote.agent;

import dev.jcoyote.bridge.Controller;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** The hooks at the start of LockSupport's park and unpark methods, which return if the hook has done their work. */
final class LockSupportHooks extends MethodVisitor {
    private final MethodContext context;

    LockSupportHooks(MethodVisitor next, MethodContext context) {
        super(Opcodes.ASM9, next);
        this.context = context;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        switch (context.name + context.descriptor) {
            case "park()V" -> emitPark(false, Controller.PARK_UNTIMED);
            case "park(Ljava/lang/Object;)V" -> emitPark(true, Controller.PARK_UNTIMED);
            case "parkNanos(J)V" -> emitPark(false, Controller.PARK_NANOS);
            case "parkNanos(Ljava/lang/Object;J)V" -> emitPark(true, Controller.PARK_NANOS);
            case "parkUntil(J)V" -> emitPark(false, Controller.PARK_UNTIL);
            case "parkUntil(Ljava/lang/Object;J)V" -> emitPark(true, Controller.PARK_UNTIL);
            case "unpark(Ljava/lang/Thread;)V" -> {
                mv.visitVarInsn(Opcodes.ALOAD, 0);
                context.emit(mv, Hook.UNPARK);
                EarlyReturn.returnIfTrue(mv, context);
            }
            default -> {}
        }
    }

    private void emitPark(boolean hasBlocker, int mode) {
        int time = hasBlocker ? 1 : 0;
        Label goOn = new Label();
        if (mode == Controller.PARK_NANOS) {
            // The method itself does nothing then.
            mv.visitVarInsn(Opcodes.LLOAD, time);
            mv.visitInsn(Opcodes.LCONST_0);
            mv.visitInsn(Opcodes.LCMP);
            mv.visitJumpInsn(Opcodes.IFLE, goOn);
        }
        if (hasBlocker) {
            mv.visitVarInsn(Opcodes.ALOAD, 0);
        } else {
            mv.visitInsn(Opcodes.ACONST_NULL);
        }
        if (mode == Controller.PARK_UNTIMED) {
            mv.visitInsn(Opcodes.LCONST_0);
        } else {
            mv.visitVarInsn(Opcodes.LLOAD, time);
        }
        mv.visitInsn(Opcodes.ICONST_0 + mode);
        context.emit(mv, Hook.PARK);
        mv.visitJumpInsn(Opcodes.IFEQ, goOn);
        mv.visitInsn(Opcodes.RETURN);
        EarlyReturn.goOn(mv, context, goOn);
    }
}
