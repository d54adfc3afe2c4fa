package dev.jcoyote.agent;

import dev.jcoyote.bridge.OperationKind;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * The hook at the start of the method of Thread that sleeps: {@code sleepNanos} where all others end in it, or else
 * every {@code sleep} that is not native.
 */
final class SleepHooks extends MethodVisitor {
    private final MethodContext context;

    SleepHooks(MethodVisitor next, MethodContext context) {
        super(Opcodes.ASM9, next);
        this.context = context;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        if (!Names.isStatic(context.access)) {
            return;
        }
        ClassOutline.Member deepest = context.type.outline.method("sleepNanos", "(J)V");
        boolean hasDeepest = deepest != null && !deepest.is(Opcodes.ACC_NATIVE);
        switch (context.name + context.descriptor) {
            case "sleepNanos(J)V" -> {
                mv.visitVarInsn(Opcodes.LLOAD, 0);
                emit(Hook.SLEPT);
            }
            case "sleep(J)V" -> {
                if (!hasDeepest) {
                    mv.visitVarInsn(Opcodes.LLOAD, 0);
                    emit(Hook.SLEPT_MILLIS);
                }
            }
            case "sleep(JI)V" -> {
                if (!hasDeepest) {
                    mv.visitVarInsn(Opcodes.LLOAD, 0);
                    mv.visitVarInsn(Opcodes.ILOAD, 2);
                    emit(Hook.SLEPT_NANOS);
                }
            }
            case "sleep(Ljava/time/Duration;)V" -> {
                if (!hasDeepest) {
                    mv.visitVarInsn(Opcodes.ALOAD, 0);
                    emit(Hook.SLEPT_DURATION);
                }
            }
            default -> {}
        }
    }

    private void emit(Hook hook) {
        context.emit(mv, hook, OperationKind.SLEEP, true, "Thread.sleep");
        EarlyReturn.returnIfTrue(mv, context);
    }
}
