package dev.jcoyote.agent;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Gives each execution a seed of its own in place of those that splittable generators keep in static fields: a hook
 * after each read of such a field.
 */
final class StaticSeedHooks extends MethodVisitor {
    private static final String ATOMIC_LONG = "Ljava/util/concurrent/atomic/AtomicLong;";

    private final MethodContext context;

    StaticSeedHooks(MethodVisitor next, MethodContext context) {
        super(Opcodes.ASM9, next);
        this.context = context;
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        super.visitFieldInsn(opcode, owner, name, descriptor);
        if (opcode == Opcodes.GETSTATIC && isSeed(name) && descriptor.equals(ATOMIC_LONG)) {
            context.emit(mv, Hook.SEED_SOURCE);
        }
    }

    private static boolean isSeed(String field) {
        return field.equals("defaultGen") || field.equals("DEFAULT_GEN");
    }
}
