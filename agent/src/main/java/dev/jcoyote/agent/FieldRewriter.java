package dev.jcoyote.agent;

import dev.jcoyote.bridge.OperationKind;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Puts a scheduling point before the accesses of volatile fields, and on demand of plain ones. */
final class FieldRewriter extends MethodVisitor {
    private final MethodContext context;
    private final boolean plainAccesses;

    FieldRewriter(MethodVisitor next, MethodContext context, boolean plainAccesses) {
        super(Opcodes.ASM9, next);
        this.context = context;
        this.plainAccesses = plainAccesses;
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        ClassHierarchy.Declaration field = context.type.field(owner, name);
        if (field != null && isVisible(field, opcode)) {
            emitPoint(opcode, owner, descriptor, field);
        }
        super.visitFieldInsn(opcode, owner, name, descriptor);
    }

    private boolean isVisible(ClassHierarchy.Declaration field, int opcode) {
        if (!field.member().is(Opcodes.ACC_VOLATILE)
                && (!plainAccesses || field.member().is(Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC))) {
            return false;
        }
        boolean ofThisClass = field.owner().equals(context.type.name());
        // In its constructor an object may still be uninitialised, and then no hook can take it; no other thread
        // sees it yet. The static initialiser runs as one step.
        return !ofThisClass || !(isStatic(opcode) ? context.isStaticInitializer() : context.isConstructor());
    }

    private void emitPoint(int opcode, String owner, String descriptor, ClassHierarchy.Declaration field) {
        boolean write = opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
        String target = Names.simple(field.owner()) + "." + field.member().name();
        int site = context.site(kind(field, write), write, target, true);
        if (isStatic(opcode)) {
            context.type.hooks.emit(mv, Hook.STATIC_POINT, site);
            return;
        }
        Type object = Type.getObjectType(owner);
        Type[] operands = write ? new Type[] {object, Type.getType(descriptor)} : new Type[] {object};
        Operands copy = Operands.copy(mv, operands, 0, context.firstFreeLocal);
        context.type.hooks.emit(mv, Hook.POINT, site);
        copy.restore();
    }

    private static OperationKind kind(ClassHierarchy.Declaration field, boolean write) {
        if (field.member().is(Opcodes.ACC_VOLATILE)) {
            return write ? OperationKind.WRITE : OperationKind.READ;
        }
        return write ? OperationKind.PLAIN_WRITE : OperationKind.PLAIN_READ;
    }

    private static boolean isStatic(int opcode) {
        return opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
    }
}
