package dev.jcoyote.agent;

import dev.jcoyote.bridge.OperationKind;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * A scheduling point before a ForkJoinPool's worker begins with a task that it has taken. A worker takes the next task without
 * any, so the first one to run would do all that are there, and no two would ever run at a time.
 */
final class TaskStart extends MethodVisitor {
    private static final String TASK = "java/util/concurrent/ForkJoinTask";

    private final MethodContext context;

    TaskStart(MethodVisitor next, MethodContext context) {
        super(Opcodes.ASM9, next);
        this.context = context;
    }

    /** Whether a method runs a task. */
    static boolean isIn(MethodContext method) {
        return method.type.name().equals(TASK) && method.name.equals("doExec");
    }

    @Override
    public void visitCode() {
        super.visitCode();
        mv.visitVarInsn(Opcodes.ALOAD, 0);
        context.emit(mv, Hook.CALL_POINT, OperationKind.CALL, true, "ForkJoinTask.exec");
    }
}
