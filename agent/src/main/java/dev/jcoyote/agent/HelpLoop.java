package dev.jcoyote.agent;

import dev.jcoyote.bridge.OperationKind;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * The loop of JDK 17's ForkJoinPool in which a thread that helps waits, without a spin hint, for another one to take
 * the task on top of its queue: a spin hint before each look at the queue.
 */
final class HelpLoop extends MethodVisitor {
    private static final String QUEUE = "java/util/concurrent/ForkJoinPool$WorkQueue";

    private final MethodContext context;

    HelpLoop(MethodVisitor next, MethodContext context) {
        super(Opcodes.ASM9, next);
        this.context = context;
    }

    /** Whether a method has the loop. */
    static boolean isIn(MethodContext method) {
        return method.type.name().equals(QUEUE) && method.name.equals("helpComplete");
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        if (opcode == Opcodes.GETFIELD && owner.equals(QUEUE) && name.equals("array")) {
            context.emit(mv, Hook.PAUSE_IN_JDK, OperationKind.SPIN, true, "ForkJoinPool.helpComplete");
        }
        super.visitFieldInsn(opcode, owner, name, descriptor);
    }
}
