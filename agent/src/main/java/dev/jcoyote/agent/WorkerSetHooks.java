package dev.jcoyote.agent;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * A worker set that iterates in the order of insertion: ThreadPoolExecutor interrupts its workers in the order of a
 * HashSet, by identity hash code, and that differs between runs.
 */
final class WorkerSetHooks extends MethodVisitor {
    static final String EXECUTOR = "java/util/concurrent/ThreadPoolExecutor";
    private static final String HASH_SET = "java/util/HashSet";
    private static final String ORDERED_SET = "java/util/LinkedHashSet";

    private final MethodContext context;

    WorkerSetHooks(MethodVisitor next, MethodContext context) {
        super(Opcodes.ASM9, next);
        this.context = context;
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        boolean replace = opcode == Opcodes.NEW && type.equals(HASH_SET);
        if (replace) {
            context.type.change();
        }
        super.visitTypeInsn(opcode, replace ? ORDERED_SET : type);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        boolean replace = name.equals("<init>") && owner.equals(HASH_SET);
        super.visitMethodInsn(opcode, replace ? ORDERED_SET : owner, name, descriptor, isInterface);
    }
}
