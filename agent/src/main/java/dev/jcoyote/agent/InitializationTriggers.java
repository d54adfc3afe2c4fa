package dev.jcoyote.agent;

import dev.jcoyote.bridge.ClassInitialization;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Brings a class up to date where code reaches its static fields from outside. Its methods and constructors see to it
 * themselves.
 */
final class InitializationTriggers extends MethodVisitor {
    private final MethodContext context;

    InitializationTriggers(MethodVisitor next, MethodContext context) {
        super(Opcodes.ASM9, next);
        this.context = context;
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        ClassHierarchy.Declaration field =
                opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC ? context.type.field(owner, name) : null;
        if (field == null || field.member().constant() || !context.type.isRenewed(field.owner())) {
            super.visitFieldInsn(opcode, owner, name, descriptor);
            return;
        }
        boolean accessible = context.type.isAccessible(field.owner());
        if (context.type.isInterface(field.owner())) {
            if (accessible && opcode == Opcodes.GETSTATIC) {
                context.type.change();
                InterfaceConstants.read(mv, field.owner(), name, descriptor);
                return;
            }
        } else if (!field.owner().equals(context.type.name())) {
            context.type.change();
            // A declaring class that is not accessible is reached by the name that the code knows.
            String reachable = accessible ? field.owner() : owner;
            mv.visitMethodInsn(Opcodes.INVOKESTATIC, reachable, ClassInitialization.ENSURE, "()V", false);
        }
        super.visitFieldInsn(opcode, owner, name, descriptor);
    }
}
