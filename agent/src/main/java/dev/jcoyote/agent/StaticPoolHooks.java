package dev.jcoyote.agent;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Gives each execution pools of its own in place of those that {@code java.util.concurrent} keeps in static fields: a
 * hook after each read of such a field. Their initialisers see the real ones.
 */
final class StaticPoolHooks extends MethodVisitor {
    private static final String POOL = "java/util/concurrent/ForkJoinPool";
    private static final String DELAYER = "java/util/concurrent/CompletableFuture$Delayer";

    private final MethodContext context;

    StaticPoolHooks(MethodVisitor next, MethodContext context) {
        super(Opcodes.ASM9, next);
        this.context = context;
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        super.visitFieldInsn(opcode, owner, name, descriptor);
        if (opcode != Opcodes.GETSTATIC || context.isStaticInitializer()) {
            return;
        }
        if ((owner.equals(POOL) && name.equals("common"))
                || (owner.startsWith(Names.CONCURRENT) && name.equals("ASYNC_POOL"))) {
            emit(Hook.COMMON_POOL, descriptor);
        } else if (owner.equals(DELAYER) && name.equals("delayer")) {
            emit(Hook.DELAYER, descriptor);
        }
    }

    private void emit(Hook hook, String descriptor) {
        context.emit(mv, hook);
        mv.visitTypeInsn(Opcodes.CHECKCAST, Type.getType(descriptor).getInternalName());
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode == Opcodes.IRETURN
                && context.name.equals("getCommonPoolParallelism")
                && context.type.name().equals(POOL)) {
            context.emit(mv, Hook.COMMON_PARALLELISM);
        }
        super.visitInsn(opcode);
    }
}
