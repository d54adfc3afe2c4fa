package dev.jcoyote.agent;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * The order in which {@code Set.of} and {@code Map.of} iterate, the same in every JVM: the JDK draws a salt at its
 * start, which decides where iterators begin and in which direction they go, and nothing else.
 */
final class IterationOrder extends MethodVisitor {
    private static final String OWNER = "java/util/ImmutableCollections";

    private final MethodContext context;

    IterationOrder(MethodVisitor next, MethodContext context) {
        super(Opcodes.ASM9, next);
        this.context = context;
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        boolean read = opcode == Opcodes.GETSTATIC && owner.equals(OWNER) && !context.isStaticInitializer();
        if (read && name.equals("SALT32L") && descriptor.equals("J")) {
            context.type.change();
            mv.visitInsn(Opcodes.LCONST_0);
        } else if (read && name.equals("REVERSE") && descriptor.equals("Z")) {
            context.type.change();
            mv.visitInsn(Opcodes.ICONST_0);
        } else {
            super.visitFieldInsn(opcode, owner, name, descriptor);
        }
    }
}
